package dev.hypergraph4j.samples.census;

import static java.util.stream.Collectors.partitioningBy;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Rename;
import dev.hypergraph4j.Use;
import java.util.List;
import java.util.Map;

/**
 * The graph: the modules are split in two groups, each group is read by a node of its own, and the statistics share
 * what both found. Nothing here says what runs at once; nodes that do not need each other's values may.
 *
 * <p>No node takes what {@link Statistics} computes, so these values are the graph's outputs: the generated record
 * {@code JdkCensusOutputs} is the census.
 */
@Graph(nodes = Statistics.class)
@Use(
        type = Parsing.class,
        method = "parse",
        name = "parseJava",
        inputs = @Rename(from = "modules", to = "javaModules"),
        outputs = @Rename(from = "parsed", to = "javaPart"))
@Use(
        type = Parsing.class,
        method = "parse",
        name = "parseJdk",
        inputs = @Rename(from = "modules", to = "jdkModules"),
        outputs = @Rename(from = "parsed", to = "jdkPart"))
final class JdkCensus {

    /** The modules of Java SE, and those that only the JDK has; about as much code in each. */
    record ModuleGroups(List<String> javaModules, List<String> jdkModules) {}

    private JdkCensus() {}

    @Node(outputName = {"javaModules", "jdkModules"})
    static ModuleGroups split(List<String> modules) {
        Map<Boolean, List<String>> isJava =
                modules.stream().collect(partitioningBy(module -> module.startsWith("java.")));
        return new ModuleGroups(isJava.get(true), isJava.get(false));
    }

    @Node(outputName = {"classes", "instructions"})
    static ParsedModules merge(ParsedModules javaPart, ParsedModules jdkPart) {
        return javaPart.and(jdkPart);
    }
}
