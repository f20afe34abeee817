package dev.hypergraph4j.samples.guide.nodes;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import java.util.List;

/** Slices of a graph, chosen by annotation. */
public final class Pipeline {
    private Pipeline() {}

    /** The nodes that the slices below are cut from. */
    public static final class Steps {
        private Steps() {}

        @Node(outputName = "lines")
        static List<String> read(String text) {
            return text.lines().toList();
        }

        @Node(outputName = "sorted")
        static List<String> sort(List<String> lines) {
            return lines.stream().sorted().toList();
        }

        @Node(outputName = "longest")
        static int longest(List<String> lines) {
            return lines.stream().mapToInt(String::length).max().orElse(0);
        }
    }

    // tag::select
    /** Produces 'sorted' only: 'longest' does not run. */
    @Graph(nodes = Steps.class, select = "sorted")
    public interface Sorting {}
    // end::select

    // tag::entrypoint
    /** Starts at 'sort': 'lines', which a node further up would give, becomes an input. */
    @Graph(nodes = Steps.class, entrypoint = "sort")
    public interface FromLines {}
    // end::entrypoint

    // tag::inputs
    /** Takes nothing but 'text': a typo in a parameter name of Steps can't become an input. */
    @Graph(nodes = Steps.class, inputs = "text")
    public interface Closed {}
    // end::inputs
}
