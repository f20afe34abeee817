package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.Takes.How;
import dev.hypergraph4j.runtime.Takes.Value;
import java.util.ArrayList;
import java.util.List;

/** A node of a {@link RandomSketch} in the making. */
final class NodeDraft {
    final int number;
    final List<Value> takes = new ArrayList<>();
    final List<String> waitsFor = new ArrayList<>();
    final List<String> after = new ArrayList<>();
    final List<String> gives = new ArrayList<>();
    final List<String> emits = new ArrayList<>();
    final List<Integer> targets = new ArrayList<>();
    boolean mayBeAbsent;
    boolean several;
    boolean byDefault;

    NodeDraft(int number) {
        this.number = number;
    }

    boolean isGate() {
        return !targets.isEmpty();
    }

    String value() {
        return gives.get(0);
    }

    void take(String value, How how) {
        if (!takesValue(value)) {
            takes.add(new Value(value, how));
        }
    }

    boolean takesValue(String value) {
        return takes.stream().anyMatch(taken -> taken.name().equals(value));
    }

    How how(String value) {
        return takes.stream()
                .filter(taken -> taken.name().equals(value))
                .findFirst()
                .orElseThrow()
                .how();
    }
}
