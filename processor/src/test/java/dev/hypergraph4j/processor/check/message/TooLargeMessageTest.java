package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TooLargeMessageTest {

    private static String graph(String members) {
        return """
                package app;

                import dev.hypergraph4j.*;

                @Graph
                class Large {
                %s
                }
                """.formatted(members.indent(4).stripTrailing());
    }

    private static String each(int count, String line) {
        return IntStream.range(0, count)
                .mapToObj(number -> line.replace("#", "x" + number + "x"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void tooManyInputsAreShownAtTheGraph() {
        Compiled.of(graph(each(300, "@Node static void #run(String #) {}"))).prints("""
                        Large.java:5: error: [Hypergraph/TooLarge] Large has more inputs than the record LargeInputs can hold.
                        @Graph
                        ^
                              inputs : 300
                              slots  : 300 (a record has 254; long and double take two)

                              How to fix:
                                - put inputs that belong together into a record of your own, and take that, or
                                - split the graph""");
    }

    @Test
    void tooManyOutputsOfTwoSlotsAreShownAtTheGraph() {
        Compiled.of(graph(each(128, "@Node(outputName = \"#\") static long #run() { return 0; }")))
                .prints("""
                        Large.java:5: error: [Hypergraph/TooLarge] Large has more outputs than the record LargeOutputs can hold.
                        @Graph
                        ^
                              outputs : 128
                              slots   : 256 (a record has 254; long and double take two)

                              How to fix:
                                - name the outputs that callers want in select, or
                                - put outputs that belong together into one value, or
                                - split the graph""");
    }

    @Test
    void asManyInputsAsARecordHoldsAreFine() {
        Compiled.of(graph(each(254, "@Node static void #run(String #) {}"))).printsNothing();
    }
}
