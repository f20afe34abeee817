package dev.hypergraph4j.runtime.definition;

import static java.util.Comparator.comparing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The hashes of a graph. Every text is preceded by its length and every list by its size, so that different graphs never feed the same bytes;
 * lists are sorted, so that the order of declaration does not count. Stored runs carry these hashes: whoever changes what is fed changes
 * {@link #FORM}.
 */
final class Fingerprint {
    private static final String FORM = "hypergraph4j/1";
    private static final int BYTES_SHOWN = 8;

    private final MessageDigest digest;

    Fingerprint() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
        feed(FORM);
    }

    Fingerprint structure(GraphDefinition graph) {
        each(graph.inputs(), comparing(InputDefinition::name), input -> {
            feed(input.name());
            feed(input.type());
            feed(input.required());
        });
        each(graph.nodes(), comparing(NodeDefinition::name), this::node);
        each(graph.outputs(), comparing(ValueDefinition::name), this::value);
        nested(graph, nested -> feed(nested.structuralHash()));
        return this;
    }

    Fingerprint code(GraphDefinition graph) {
        feed(graph.version());
        each(graph.inputs(), comparing(InputDefinition::name), input -> feed(input.defaultValue()));
        each(graph.nodes(), comparing(NodeDefinition::name), node -> feed(node.hash()));
        nested(graph, nested -> feed(nested.definitionHash()));
        return this;
    }

    /** Nothing is fed where no graphs are nested. */
    private void nested(GraphDefinition graph, Consumer<GraphDefinition> feeder) {
        graph.nested().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            feed(entry.getKey());
            feeder.accept(entry.getValue());
        });
    }

    /** The first 16 hexadecimal digits. To be called once, at the end. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES_SHOWN);
    }

    private void node(NodeDefinition node) {
        feed(node.name());
        feed(node.method());
        each(node.inputs(), comparing(ParameterDefinition::name).thenComparing(ParameterDefinition::type), input -> {
            feed(input.name());
            feed(input.type());
            feed(input.optional());
        });
        each(node.outputs(), comparing(ValueDefinition::name), this::value);
        if (!node.control().equals(NodeControl.NONE)) {
            control(node.control());
        }
    }

    private void control(NodeControl control) {
        names(control.targets());
        feed(control.several());
        feed(control.defaultOpen());
        names(control.emits());
        names(control.waitsFor());
        names(control.after());
        names(control.seeds());
        names(control.converging());
        feed(control.asks());
        names(control.answers());
    }

    private void names(List<String> names) {
        each(names, Comparator.naturalOrder(), this::feed);
    }

    private void value(ValueDefinition value) {
        feed(value.name());
        feed(value.type());
        feed(value.optional());
    }

    private <T> void each(List<T> list, Comparator<T> order, Consumer<T> feeder) {
        feed(list.size());
        list.stream().sorted(order).forEach(feeder);
    }

    private void feed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        feed(bytes.length);
        digest.update(bytes);
    }

    private void feed(boolean flag) {
        digest.update((byte) (flag ? 1 : 0));
    }

    private void feed(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }
}
