package dev.hypergraph4j.samples.census;

import dev.hypergraph4j.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads class files. A node library: {@link JdkCensus} uses its one method twice, under two names. */
final class Parsing {
    private Parsing() {}

    /** Reads all classes of these modules of the running JDK, one file at a time. */
    @Node(outputName = "parsed")
    static ParsedModules parse(List<String> modules) throws IOException {
        InstructionCounts instructions = new InstructionCounts();
        List<ClassFacts> classes = new ArrayList<>();
        for (String module : modules) {
            for (Path file : JdkModules.classFiles(module)) {
                try (InputStream classFile = Files.newInputStream(file)) {
                    classes.add(ClassFileReader.read(classFile, module, instructions));
                }
            }
        }
        return new ParsedModules(classes, instructions.byMnemonic());
    }
}
