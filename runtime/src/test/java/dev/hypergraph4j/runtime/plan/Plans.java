package dev.hypergraph4j.runtime.plan;

import java.util.Random;

/** Plans that tests share. */
public final class Plans {
    private Plans() {}

    /** {@code n0 -> n1 -> ...}: node {@code i} takes {@code v(i-1)}, the first one the input {@code start}, and gives {@code v(i)}. */
    public static Plan chain(int nodes) {
        Plan.Builder builder = Plan.named("chain").input("start", "int");
        for (int i = 0; i < nodes; i++) {
            builder.node("n" + i, "Chain.n" + i, "Chain.java", i + 1, "")
                    .takes(i == 0 ? "start" : "v" + (i - 1), "int")
                    .gives("v" + i, "int");
        }
        return builder.outputs("v" + (nodes - 1)).build();
    }

    /** {@code top} gives {@code t} to {@code left} and {@code right}, which give {@code l} and {@code r} to {@code bottom}, which gives {@code b}. */
    public static Plan diamond() {
        Plan.Builder builder = Plan.named("diamond").input("start", "int").outputs("b");
        builder.node("top", "Diamond.top", "Diamond.java", 1, "")
                .takes("start", "int")
                .gives("t", "int");
        builder.node("left", "Diamond.left", "Diamond.java", 2, "")
                .takes("t", "int")
                .gives("l", "int");
        builder.node("right", "Diamond.right", "Diamond.java", 3, "")
                .takes("t", "int")
                .gives("r", "int");
        builder.node("bottom", "Diamond.bottom", "Diamond.java", 4, "")
                .takes("l", "int")
                .takes("r", "int")
                .gives("b", "int");
        return builder.build();
    }

    /** Each node gives one or two values and takes up to five of those given before. */
    public static Plan random(Random random, int nodes) {
        Plan.Builder builder = Plan.named("random");
        int values = 0;
        for (int i = 0; i < nodes; i++) {
            NodeBuilder node = builder.node("n" + i, "Random.n" + i, "", 0, "");
            for (int taken = values == 0 ? 0 : random.nextInt(6); taken > 0; taken--) {
                node.takes("v" + random.nextInt(values), "int");
            }
            for (int given = 1 + random.nextInt(2); given > 0; given--) {
                node.gives("v" + values++, "int");
            }
        }
        return builder.build();
    }
}
