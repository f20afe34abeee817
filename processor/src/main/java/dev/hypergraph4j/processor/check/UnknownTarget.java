package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.internal.Suggestions;
import dev.hypergraph4j.processor.model.Decision;
import dev.hypergraph4j.processor.model.GateTarget;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.report.Report;
import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.List;
import java.util.Optional;

/**
 * Refuses a choice of a gate that leads to no node of the graph, or back to the gate itself; and, with the gate's class, a listed target that no
 * constant of the gate's enum leads to. Reported on the name in the annotation; where an enum's constant leads nowhere, on the method, since other
 * graphs may well have the node.
 */
final class UnknownTarget implements NodeClassRule, GraphRule {
    private static final String RULE = "UnknownTarget";

    /**
     * A node that a gate names.
     *
     * @param words the end of a sentence that starts with the gate: {@code opens 'search'}
     * @param constant the constant of an enum that leads there: {@code Next.search}; empty where none does
     */
    private record Reference(GraphNode gate, String node, String words, String constant, Site site) {
        static Reference of(GraphNode gate, GateTarget target, Decision decision) {
            ValueType type = decision.type();
            String constant = type == null ? "" : type.display() + "." + target.choice();
            String words = "opens '%s'".formatted(target.node());
            return new Reference(gate, target.node(), words, constant, target.site());
        }

        static Reference of(GraphNode gate, Name fallback) {
            return new Reference(
                    gate, fallback.text(), "falls back to '%s'".formatted(fallback.text()), "", fallback.site());
        }

        boolean isItself() {
            return gate.name().equals(node);
        }

        /** Where it is reported: a further use of a gate is at fault itself, since the gate is right where it is used otherwise. */
        Site place() {
            return Places.isFurtherUse(gate) ? gate.use().site() : site;
        }
    }

    @Override
    public void check(NodeClass nodeClass, Report report) {
        for (NodeMethod method : Places.methodsOf(nodeClass)) {
            Decision decision = method.traits().decision();
            if (decision != null && method.faults().isEmpty()) {
                decision.unlisted().forEach(name -> report.error(name.site(), unlisted(name, method, decision)));
            }
        }
    }

    private static Message unlisted(Name name, NodeMethod gate, Decision decision) {
        ValueType type = decision.type();
        String choices = type == null ? "its enum" : type.display();
        List<String> nodes =
                decision.targets().stream().map(GateTarget::node).distinct().toList();
        String sentence = "%s lists the target '%s', which no constant of %s leads to."
                .formatted(gate.display(), name.text(), choices);
        return Message.of(RULE, sentence)
                .fact("leads to", Lists.enumerated(nodes.stream().sorted().toList()))
                .didYouMean(guess(name.text(), nodes)
                        .map(found -> "'" + found + "'")
                        .orElse(""))
                .fix("give " + choices + " a constant for it")
                .fix("remove it from targets");
    }

    @Override
    public void check(Inspection graph) {
        List<String> names = graph.wiring().declared().stream()
                .map(GraphNode::name)
                .distinct()
                .toList();
        for (GraphNode gate : graph.wiring().declared()) {
            Decision decision = gate.method().traits().decision();
            if (decision != null && !graph.suspects().contains(gate)) {
                decision.targets().stream()
                        .filter(target -> !target.isEnd())
                        .forEach(target -> check(Reference.of(gate, target, decision), names, graph));
                if (decision.fallback() != null) {
                    check(Reference.of(gate, decision.fallback()), names, graph);
                }
                if (!decision.unlisted().isEmpty()) {
                    graph.suspects().addFlaw();
                }
            }
        }
    }

    private static void check(Reference target, List<String> names, Inspection graph) {
        if (target.isItself()) {
            graph.report().error(target.place(), itself(target));
        } else if (!names.contains(target.node()) && !graph.suspects().incomplete()) {
            List<String> others = names.stream()
                    .filter(name -> !name.equals(target.gate().name()))
                    .toList();
            Optional<String> guess = guess(target.node(), others);
            graph.report().error(target.place(), unknown(target, others, guess, graph));
            // Whether it runs, and beside which others, can't be told.
            graph.wiring().declared().stream()
                    .filter(node -> guess.filter(node.name()::equals).isPresent())
                    .forEach(graph.suspects()::add);
            graph.suspects().addFlaw();
        }
    }

    private static Message itself(Reference target) {
        String by = target.constant().isEmpty() ? "" : " by " + target.constant();
        String words = target.words().replace("'" + target.node() + "'", "itself");
        return Message.of(RULE, "%s %s%s.".formatted(target.gate().method().display(), words, by))
                .fact("gate", target.gate().method().signature())
                .fix("name the node that leads back to it");
    }

    private static Message unknown(Reference target, List<String> names, Optional<String> guess, Inspection graph) {
        String by = target.constant().isEmpty() ? "" : " by " + target.constant();
        String gate = target.gate().method().display();
        Message message = Message.of(
                        RULE, "%s %s%s, which is no node of %s.".formatted(gate, target.words(), by, graph.name()))
                .fact("nodes", Lists.enumerated(names.stream().sorted().toList()))
                .didYouMean(guess.map(name -> "'" + name + "'").orElse(""));
        return target.constant().isEmpty()
                ? mended(message, target, guess, graph)
                : mendedConstant(message, target, guess, graph);
    }

    private static Message mended(Message message, Reference target, Optional<String> guess, Inspection graph) {
        return message.fix(guess.map("write '%s'"::formatted).orElse(addNode(target, graph)))
                .fix("write Gate.END, if the path ends there");
    }

    private static Message mendedConstant(Message message, Reference target, Optional<String> guess, Inspection graph) {
        String sayNode = "say which node %s means: @Target(\"%s\")".formatted(target.constant(), guess.orElse("..."));
        Message mended = guess.isPresent()
                ? message.fix(sayNode).fix("rename it to '" + guess.get() + "'")
                : message.fix(addNode(target, graph)).fix(sayNode);
        return mended.fix("write @Target(Gate.END), if the path ends there");
    }

    private static String addNode(Reference target, Inspection graph) {
        return "add a node '%s' to %s".formatted(target.node(), graph.name());
    }

    private static Optional<String> guess(String name, List<String> known) {
        return Suggestions.closest(name, known);
    }
}
