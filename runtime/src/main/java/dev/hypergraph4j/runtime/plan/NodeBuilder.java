package dev.hypergraph4j.runtime.plan;

import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.runtime.definition.NodeControl;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.definition.ParameterDefinition;
import dev.hypergraph4j.runtime.definition.SourceLocation;
import dev.hypergraph4j.runtime.definition.ValueDefinition;
import java.util.ArrayList;
import java.util.List;

/** Collects the description of a node, as part of a {@link Plan.Builder}. Not thread-safe. */
public final class NodeBuilder {
    private final String name;
    private final String method;
    private final SourceLocation source;
    private final String hash;
    private NodeKind kind = NodeKind.STEP;
    private boolean asynchronous;
    private boolean nested;
    private final List<ParameterDefinition> inputs = new ArrayList<>();
    private final List<ValueDefinition> outputs = new ArrayList<>(1);
    private final ControlBuilder control = new ControlBuilder();
    private RetryPolicy retry = RetryPolicy.NEVER;
    private long timeoutNanos;
    private boolean cached;
    private boolean takesContext;
    private boolean publishing;
    private boolean effectOnce;

    NodeBuilder(String name, String method, String file, int line, String hash) {
        this.name = name;
        this.method = method;
        this.source = new SourceLocation(file, line);
        this.hash = hash;
    }

    /** What kind of work it does, where that is not {@link NodeKind#STEP}. */
    public NodeBuilder kind(NodeKind kind) {
        this.kind = kind;
        return this;
    }

    /** Its method returns a {@link java.util.concurrent.CompletionStage}. */
    public NodeBuilder asynchronous() {
        this.asynchronous = true;
        return this;
    }

    /** It is a graph nested in this one: its code gives a {@link NestedCall}. */
    public NodeBuilder nested() {
        this.nested = true;
        return this;
    }

    /** It takes a value that must be there. */
    public NodeBuilder takes(String name, String type) {
        inputs.add(new ParameterDefinition(name, type, false));
        return this;
    }

    /** It takes a value that may be absent. */
    public NodeBuilder mayTake(String name, String type) {
        inputs.add(new ParameterDefinition(name, type, true));
        return this;
    }

    /** It gives a value. */
    public NodeBuilder gives(String name, String type) {
        outputs.add(new ValueDefinition(name, type, false));
        return this;
    }

    /** It gives a value that may be absent. */
    public NodeBuilder mayGive(String name, String type) {
        outputs.add(new ValueDefinition(name, type, true));
        return this;
    }

    /** It takes a value from the caller the first time, then from the cycle that it closes. */
    public NodeBuilder seeds(String name, String type) {
        control.seeds.add(name);
        return takes(name, type);
    }

    /** It takes a value from the caller the first time, where there is one, then from the cycle that it closes. */
    public NodeBuilder maySeed(String name, String type) {
        control.seeds.add(name);
        return mayTake(name, type);
    }

    /** Those of its seeds that make the cycle turn only where they change. */
    public NodeBuilder converging(String... names) {
        control.converging.addAll(List.of(names));
        return this;
    }

    /** It is a gate, and opens one of these nodes, or none. {@link GraphState} knows them by their place in this list. */
    public NodeBuilder opensOne(boolean defaultOpen, String... targets) {
        return opens(false, defaultOpen, targets);
    }

    /** It is a gate, and opens any of these nodes. {@link GraphState} knows them by their place in this list. */
    public NodeBuilder opensSome(boolean defaultOpen, String... targets) {
        return opens(true, defaultOpen, targets);
    }

    private NodeBuilder opens(boolean several, boolean defaultOpen, String... targets) {
        control.several = several;
        control.defaultOpen = defaultOpen;
        control.targets.addAll(List.of(targets));
        return this;
    }

    /**
     * It asks a question, whose answer is its output.
     *
     * @param answers what the answer may be, where a gate takes it for one of its targets; else none
     */
    public NodeBuilder asks(String... answers) {
        control.asks = true;
        control.answers.addAll(List.of(answers));
        return this;
    }

    /** It gives these signals when it has ended. */
    public NodeBuilder emits(String... signals) {
        control.emits.addAll(List.of(signals));
        return this;
    }

    /** It waits for these signals and values. */
    public NodeBuilder waitsFor(String... signals) {
        control.waitsFor.addAll(List.of(signals));
        return this;
    }

    /** It reads shared values that these nodes give before. */
    public NodeBuilder after(String... nodes) {
        control.after.addAll(List.of(nodes));
        return this;
    }

    boolean isNested() {
        return nested;
    }

    /** It is tried again where it fails, as {@code policy} says. */
    public NodeBuilder retries(RetryPolicy policy) {
        this.retry = policy;
        return this;
    }

    /** An attempt may take so long. */
    public NodeBuilder timeout(long nanos) {
        this.timeoutNanos = nanos;
        return this;
    }

    /** Its outputs may come from a cache; {@link GraphState#put} sets them then. */
    public NodeBuilder cached() {
        this.cached = true;
        return this;
    }

    /** Its method takes the {@link dev.hypergraph4j.NodeContext}. */
    public NodeBuilder takesContext() {
        this.takesContext = true;
        return this;
    }

    /** Its method returns a {@link java.util.concurrent.Flow.Publisher}. */
    public NodeBuilder publishing() {
        this.publishing = true;
        return this;
    }

    /** A durable run must not repeat an attempt of it whose outcome is unknown. */
    public NodeBuilder effectOnce() {
        this.effectOnce = true;
        return this;
    }

    NodeTraits traits() {
        NodeTraits traits = new NodeTraits(retry, timeoutNanos, cached, takesContext, publishing, effectOnce);
        return traits.equals(NodeTraits.PLAIN) ? NodeTraits.PLAIN : traits;
    }

    NodeDefinition build() {
        return new NodeDefinition(name, method, kind, asynchronous, inputs, outputs, source, control.build(), hash);
    }

    private static final class ControlBuilder {
        final List<String> targets = new ArrayList<>(0);
        boolean several;
        boolean defaultOpen;
        final List<String> emits = new ArrayList<>(0);
        final List<String> waitsFor = new ArrayList<>(0);
        final List<String> after = new ArrayList<>(0);
        final List<String> seeds = new ArrayList<>(0);
        final List<String> converging = new ArrayList<>(0);
        boolean asks;
        final List<String> answers = new ArrayList<>(0);

        NodeControl build() {
            NodeControl built = new NodeControl(
                    targets, several, defaultOpen, emits, waitsFor, after, seeds, converging, asks, answers);
            return built.equals(NodeControl.NONE) ? NodeControl.NONE : built;
        }
    }
}
