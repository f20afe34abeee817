package dev.hypergraph4j.samples.census;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is kept of the class files of some modules.
 *
 * @param classes a few facts of each class
 * @param instructions how often each instruction occurs, by mnemonic
 */
record ParsedModules(List<ClassFacts> classes, Map<String, Long> instructions) {

    ParsedModules {
        classes = List.copyOf(classes);
        instructions = Map.copyOf(instructions);
    }

    ParsedModules and(ParsedModules other) {
        Map<String, Long> sums = new TreeMap<>(instructions);
        other.instructions.forEach((mnemonic, count) -> sums.merge(mnemonic, count, Long::sum));
        return new ParsedModules(
                Stream.concat(classes.stream(), other.classes.stream()).toList(), sums);
    }
}
