package dev.hypergraph4j.samples.census;

import dev.hypergraph4j.runtime.MapIterator;
import dev.hypergraph4j.runtime.Runner;
import dev.hypergraph4j.runtime.log.MapLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is kept of the class files of some modules.
 *
 * @param classes a few facts of each class
 * @param instructions how often each instruction occurs, by mnemonic
 * @param log how reading them went
 */
record ParsedModules(List<ClassFacts> classes, Map<String, Long> instructions, MapLog log) {

    ParsedModules {
        classes = List.copyOf(classes);
        instructions = Map.copyOf(instructions);
    }

    /** Maps the graph of a class file over all classes of these modules of the running JDK, and adds up what comes out. */
    static ParsedModules of(List<String> modules, Runner runner) throws IOException {
        List<ClassFacts> classes = new ArrayList<>();
        Map<String, Long> instructions = new TreeMap<>();
        try (MapIterator<ClassFileOutputs> files =
                ClassFileGraph.create().with(runner).mapIter(files(modules))) {
            while (files.hasNext()) {
                ClassFileOutputs file = files.next().outputs();
                classes.add(file.facts());
                file.instructions().forEach((mnemonic, count) -> instructions.merge(mnemonic, count, Long::sum));
            }
            return new ParsedModules(classes, instructions, files.log());
        }
    }

    private static List<ClassFileInputs> files(List<String> modules) throws IOException {
        List<ClassFileInputs> files = new ArrayList<>();
        for (String module : modules) {
            for (Path file : JdkModules.classFiles(module)) {
                files.add(ClassFileInputs.of(file, module));
            }
        }
        return files;
    }
}
