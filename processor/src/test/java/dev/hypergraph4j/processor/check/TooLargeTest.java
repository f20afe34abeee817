package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.sketch.Sketch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TooLargeTest {

    private static Sketch nodes(int count, Function<String, String> line) {
        Sketch sketch = graph("G");
        IntStream.range(0, count).forEach(number -> sketch.node(line.apply(name(number))));
        return sketch;
    }

    /** Names that are not close to each other. */
    private static String name(int number) {
        return ("" + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26)).repeat(3);
    }

    @Test
    void recordHolds254Inputs() {
        Checked.graph(nodes(254, name -> name + "(int " + name + ")")).findsNothing();
        Checked.graph(nodes(255, name -> name + "(int " + name + ")"))
                .finds("TooLarge at @Graph G")
                .says("""
                        [Hypergraph/TooLarge] G has more inputs than the record GInputs can hold.
                            inputs : 255
                            slots  : 255 (a record has 254; long and double take two)

                            How to fix:
                              - put inputs that belong together into a record of your own, and take that, or
                              - split the graph""");
    }

    @Test
    void longAndDoubleTakeTwoSlots() {
        Checked.graph(nodes(127, name -> name + "(double " + name + ")")).findsNothing();
        Checked.graph(nodes(128, name -> name + "(double " + name + ")")).finds("TooLarge at @Graph G");
        Checked.graph(nodes(128, name -> name + "() -> long " + name)).finds("TooLarge at @Graph G");
    }

    @Test
    void outputThatMayBeAbsentIsBoxed() {
        Checked.graph(nodes(200, name -> name + "() -> @Nullable long " + name)).findsNothing();
    }

    @Test
    void inputThatMayBeAbsentIsBoxed() {
        Checked.graph(nodes(200, name -> name + "(Optional<long> " + name + ")"))
                .findsNothing();
    }

    @Test
    void recordHolds254Outputs() {
        Checked.graph(nodes(254, name -> name + "() -> int " + name)).findsNothing();
        Checked.graph(nodes(300, name -> name + "() -> int " + name))
                .saysAlso("outputs : 300", "- name the outputs that callers want in select, or");
    }
}
