package dev.hypergraph4j.durability.poison;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import java.util.List;
import java.util.function.Supplier;

/** A tree, which may be deep, or no tree at all. */
@Graph(durable = true, select = "echo")
public final class TreeRelay {
    private final Supplier<Tree> tree;

    public TreeRelay(Supplier<Tree> tree) {
        this.tree = tree;
    }

    public record Tree(String name, List<Tree> children) {}

    @Node(outputName = "tree")
    Tree give(int number) {
        return tree.get();
    }

    @Node(outputName = "echo")
    static Tree take(Tree tree) {
        return tree;
    }
}
