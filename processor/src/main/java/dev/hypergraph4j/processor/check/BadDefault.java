package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.EntryMethod;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.report.Report;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.Take;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Refuses a default that does not fit: a text that is no value of the parameter's type, a method that can't provide one or returns another type,
 * and a default method of a graph that names none of its inputs. Reported on the text or the method.
 */
final class BadDefault implements NodeClassRule, GraphRule {
    static final String RULE = "BadDefault";

    @Override
    public void check(NodeClass nodeClass, Report report) {
        nodeClass.unfitProviders().stream()
                .filter(unfit -> isDeclaredIn(nodeClass, unfit))
                .forEach(unfit -> report.error(unfit.site(), unfitProvider(unfit)));
        for (NodeMethod method : Places.methodsOf(nodeClass)) {
            checkTexts(method.parameters(), method.signature(), report);
        }
    }

    @Override
    public void check(Inspection graph) {
        for (EntryMethod entry : graph.graph().entries()) {
            String signature = graph.name() + "." + entry.method() + Spelling.parameters(entry.parameters());
            checkTexts(entry.parameters(), signature, graph.report());
        }
        graph.graph().nodeClasses().stream()
                .filter(nodeClass -> nodeClass.name().equals(graph.graph().type()))
                .flatMap(BadDefault::fitProviders)
                .forEach(provider -> checkProvider(provider, graph));
    }

    /** Inherited ones are reported with the class that declares them, unless this one stands for it. */
    private static boolean isDeclaredIn(NodeClass nodeClass, DefaultValue.Unfit unfit) {
        return unfit.display().startsWith(nodeClass.name().simpleName() + ".")
                || unfit.site().equals(nodeClass.site());
    }

    private static Stream<DefaultValue.Provider> fitProviders(NodeClass nodeClass) {
        List<Site> unfit = nodeClass.unfitProviders().stream()
                .map(DefaultValue.Unfit::site)
                .toList();
        return nodeClass.providers().stream().filter(provider -> !unfit.contains(provider.site()));
    }

    private static void checkTexts(List<Parameter> parameters, String signature, Report report) {
        for (Parameter parameter : parameters) {
            if (parameter.defaultValue() instanceof DefaultValue.Unfit unfit) {
                report.error(unfit.site(), unfitText(unfit, parameter, signature));
            }
        }
    }

    private static void checkProvider(DefaultValue.Provider provider, Inspection graph) {
        String name = provider.method();
        Give give = graph.wiring().producer(name);
        if (give == null && isTaken(name, graph)) {
            checkType(provider, graph);
        } else if (!graph.suspects().incomplete() && !graph.suspects().contains(name)) {
            graph.report()
                    .error(provider.site(), give == null ? unknown(provider, graph) : produced(provider, give, graph));
        }
    }

    /** Whether a node takes {@code value}, be it one that does not run. */
    private static boolean isTaken(String value, Inspection graph) {
        return graph.wiring().declared().stream()
                .flatMap(node -> node.takes().stream())
                .anyMatch(take -> take.value().equals(value));
    }

    private static void checkType(DefaultValue.Provider provider, Inspection graph) {
        graph.wiring().consumers().getOrDefault(provider.method(), List.of()).stream()
                .filter(take -> !graph.suspects().contains(take))
                .filter(take -> !provider.type().isAssignableTo(take.parameter().type()))
                .findFirst()
                .ifPresent(take -> {
                    graph.report().error(provider.site(), otherType(provider, take));
                    graph.suspects().add(provider.method());
                });
    }

    private static Message unfitText(DefaultValue.Unfit unfit, Parameter parameter, String signature) {
        String type = parameter.type().display();
        String text = unfit.display().startsWith("@") ? unfit.display() : "default \"" + unfit.display() + "\"";
        return Message.of(RULE, "The %s of '%s' %s.".formatted(text, parameter.name(), unfit.reason()))
                .fact(parameter.name(), type, "parameter of " + signature)
                .fix("write a text that is a value of " + type)
                .fix("let a method provide it: @Default static %s %s() { ... }".formatted(type, parameter.value()));
    }

    private static Message unfitProvider(DefaultValue.Unfit unfit) {
        return Message.of(RULE, "The default method %s %s.".formatted(unfit.display(), unfit.reason()))
                .fix("make it a static method without parameters, named as the input, that returns the default");
    }

    private static Message otherType(DefaultValue.Provider provider, Take take) {
        Spelling spelling = Spelling.of(List.of(take), List.of()).mention(provider.type());
        String wanted = spelling.type(take.parameter().type());
        return Message.of(
                        RULE,
                        "The default method %s gives %s where %s is wanted."
                                .formatted(provider.display(), spelling.type(provider.type()), wanted))
                .fact(take.value(), wanted, spelling.role(take))
                .fix("return " + wanted);
    }

    private static Message unknown(DefaultValue.Provider provider, Inspection graph) {
        SortedMap<String, Candidate> inputs = new TreeMap<>();
        graph.wiring()
                .inputs()
                .forEach((name, input) ->
                        inputs.put(name, Candidate.of(input.takes().get(0))));
        String guess = graph.guesses()
                .closest(provider.method(), inputs, type -> provider.type().isAssignableTo(type))
                .map(candidate -> candidate.display(Spelling.of(candidate.type())))
                .orElse("");
        return noInput(provider, "no node of " + graph.name() + " takes")
                .didYouMean(guess)
                .fix("name the method as the input")
                .fix("remove it");
    }

    private static Message produced(DefaultValue.Provider provider, Give give, Inspection graph) {
        Spelling spelling = Spelling.of(List.of(), List.of(give));
        return noInput(provider, "%s of %s produces".formatted(give.node().name(), graph.name()))
                .fact(give.value(), spelling.type(give.port().type()), spelling.role(give))
                .fix("remove it");
    }

    private static Message noInput(DefaultValue.Provider provider, String who) {
        return Message.of(
                RULE,
                "The default method %s is for '%s', which %s.".formatted(provider.display(), provider.method(), who));
    }
}
