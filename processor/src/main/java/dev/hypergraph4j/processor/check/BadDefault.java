package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.report.Report;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Refuses a default that does not fit: a text that is no value of the parameter's type, a method that can't provide one or returns another type,
 * and a default method of a graph that names none of its inputs. Reported on the text or the method.
 */
final class BadDefault implements NodeClassRule, GraphRule {
    private static final String RULE = "BadDefault";

    @Override
    public void check(NodeClass nodeClass, Report report) {
        nodeClass.unfitProviders().forEach(unfit -> report.error(unfit.site(), unfitProvider(unfit, nodeClass)));
        Set<DefaultValue.Provider> refused = new HashSet<>();
        for (NodeMethod method : nodeClass.methods()) {
            if (!method.owner().equals(nodeClass.name())) {
                continue;
            }
            for (Parameter parameter : method.parameters()) {
                if (parameter.defaultValue() instanceof DefaultValue.Unfit unfit) {
                    report.error(unfit.site(), unfitText(unfit, parameter, method.signature()));
                } else if (parameter.defaultValue() instanceof DefaultValue.Provider provider
                        && !provider.type().isAssignableTo(parameter.type())
                        && refused.add(provider)) {
                    report.error(
                            provider.site(),
                            wrongType(provider, parameter.value(), parameter.type(), method.signature()));
                }
            }
        }
    }

    @Override
    public void check(Inspection graph) {
        graph.graph().entries().forEach(entry -> {
            for (Parameter parameter : entry.parameters()) {
                if (parameter.defaultValue() instanceof DefaultValue.Unfit unfit) {
                    String signature = graph.name() + "." + entry.method() + Spelling.parameters(entry.parameters());
                    graph.report().error(unfit.site(), unfitText(unfit, parameter, signature));
                }
            }
        });
        graph.graph().nodeClasses().stream()
                .filter(nodeClass -> nodeClass.name().equals(graph.graph().type()))
                .flatMap(nodeClass -> nodeClass.providers().stream())
                .forEach(provider -> checkProvider(provider, graph));
    }

    private static void checkProvider(DefaultValue.Provider provider, Inspection graph) {
        String name = provider.method();
        if (graph.wiring().producers().containsKey(name) || !isTaken(name, graph)) {
            if (!graph.suspects().incomplete() && !graph.suspects().contains(name)) {
                graph.report().error(provider.site(), noInput(provider, graph));
            }
            return;
        }
        graph.wiring().consumers().getOrDefault(name, List.of()).stream()
                .filter(take -> !provider.equals(take.parameter().defaultValue()))
                .filter(take -> !graph.suspects().contains(take))
                .filter(take -> !provider.type().isAssignableTo(take.parameter().type()))
                .findFirst()
                .ifPresent(take -> {
                    graph.report()
                            .error(
                                    provider.site(),
                                    wrongType(
                                            provider,
                                            name,
                                            take.parameter().type(),
                                            take.node().method().signature()));
                    graph.suspects().add(name);
                });
    }

    /** Whether a node takes {@code value}, be it one that does not run. */
    private static boolean isTaken(String value, Inspection graph) {
        return graph.wiring().declared().stream()
                .flatMap(node -> node.takes().stream())
                .anyMatch(take -> take.value().equals(value));
    }

    private static Message unfitText(DefaultValue.Unfit unfit, Parameter parameter, String signature) {
        return Message.of(
                        RULE, "The default %s of '%s' %s.".formatted(unfit.display(), parameter.name(), unfit.reason()))
                .fact(parameter.name(), parameter.type().display(), "parameter of " + signature)
                .fix("write a text that is a value of " + parameter.type().display())
                .fix("provide the default by a static method: @Default static %s %s() { ... }"
                        .formatted(parameter.type().display(), parameter.value()));
    }

    private static Message unfitProvider(DefaultValue.Unfit unfit, NodeClass nodeClass) {
        return Message.of(
                        RULE,
                        "The default method %s of %s %s."
                                .formatted(unfit.display(), nodeClass.name().simpleName(), unfit.reason()))
                .fix("make it a static method without parameters, named as the input, that returns the default");
    }

    private static Message wrongType(DefaultValue.Provider provider, String name, ValueType wanted, String signature) {
        Spelling spelling = Spelling.of(provider.type(), wanted);
        return Message.of(
                        RULE,
                        "The default method %s returns %s, which is no %s."
                                .formatted(provider.display(), spelling.type(provider.type()), spelling.type(wanted)))
                .fact(name, spelling.type(wanted), "parameter of " + signature)
                .fact(name, spelling.type(provider.type()), "returned by " + provider.display())
                .fix("return " + spelling.type(wanted));
    }

    private static Message noInput(DefaultValue.Provider provider, Inspection graph) {
        Optional<Give> give = Optional.ofNullable(graph.wiring().producer(provider.method()));
        String reason = give.map(found -> "'%s' is produced by %s"
                        .formatted(
                                provider.method(),
                                Spelling.ofMethods(List.of(found.node().method()))
                                        .node(found.node())))
                .orElse("no node takes '%s'".formatted(provider.method()));
        Map<String, Guesses.Candidate> inputs = new TreeMap<>();
        for (GraphInput input : graph.wiring().inputs().values()) {
            inputs.put(input.name(), Guesses.Candidate.of(input.takes().get(0)));
        }
        String guess = give.isPresent()
                ? ""
                : graph.guesses()
                        .closest(
                                provider.method(),
                                new ArrayList<>(inputs.values()),
                                type -> provider.type().isAssignableTo(type))
                        .map(candidate -> candidate.display(Spelling.of(candidate.type())))
                        .orElse("");
        return Message.of(
                        RULE,
                        "The default method %s is for no input of %s: %s."
                                .formatted(provider.display(), graph.name(), reason))
                .fact(provider.method(), provider.type().display(), "returned by " + provider.display())
                .didYouMean(guess)
                .fix("name the method as the input")
                .fix("remove it");
    }
}
