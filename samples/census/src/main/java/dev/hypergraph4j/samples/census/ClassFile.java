package dev.hypergraph4j.samples.census;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The graph of one class file. {@link ParsedModules} maps it over all of them. */
@Graph
final class ClassFile {

    /** What is taken from a class file: a few facts, and how often each instruction occurs in it, by mnemonic. */
    record Parsed(ClassFacts facts, Map<String, Long> instructions) {}

    private ClassFile() {}

    @Node(outputName = "bytes")
    static byte[] load(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    @Node(outputName = {"facts", "instructions"})
    static Parsed parse(byte[] bytes, String module) throws IOException {
        InstructionCounts instructions = new InstructionCounts();
        ClassFacts facts = ClassFileReader.read(new ByteArrayInputStream(bytes), module, instructions);
        return new Parsed(facts, instructions.byMnemonic());
    }
}
