package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;

/** A chain of ten nodes, which do next to nothing. */
@Graph(durable = true)
public final class Ten {
    private Ten() {}

    @Node(outputName = "v1")
    static int add1(int v0) {
        return v0 + 1;
    }

    @Node(outputName = "v2")
    static int add2(int v1) {
        return v1 + 1;
    }

    @Node(outputName = "v3")
    static int add3(int v2) {
        return v2 + 1;
    }

    @Node(outputName = "v4")
    static int add4(int v3) {
        return v3 + 1;
    }

    @Node(outputName = "v5")
    static int add5(int v4) {
        return v4 + 1;
    }

    @Node(outputName = "v6")
    static int add6(int v5) {
        return v5 + 1;
    }

    @Node(outputName = "v7")
    static int add7(int v6) {
        return v6 + 1;
    }

    @Node(outputName = "v8")
    static int add8(int v7) {
        return v7 + 1;
    }

    @Node(outputName = "v9")
    static int add9(int v8) {
        return v8 + 1;
    }

    @Node(outputName = "v10")
    static int add10(int v9) {
        return v9 + 1;
    }
}
