package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.NodeUse;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.Renaming;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.report.Report;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.GraphOutput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses names of nodes and values that can't become names in generated code, and names of inputs and outputs that the generated records can't
 * have as components. Reported where the name is written: in the annotation, or at the parameter.
 */
final class InvalidName implements NodeClassRule, GraphRule {
    private static final String RULE = "InvalidName";

    /** Static members of the inputs record; a component can't share their names. */
    private static final Set<String> TAKEN_IN_INPUTS = Set.of("SPEC", "builder", "of");

    @Override
    public void check(NodeClass nodeClass, Report report) {
        Set<String> given = new HashSet<>();
        nodeClass.methods().forEach(method -> given.addAll(Renames.given(method)));
        for (NodeMethod method : Places.methodsOf(nodeClass)) {
            refuse("node name", method.node(), method.display(), method.site(), report);
            for (OutputPort output : method.outputs()) {
                refuse("output name", output.name(), method.display(), output.site(), report);
            }
            for (Name signal : method.traits().emits()) {
                refuse("signal", signal.text(), method.display(), signal.site(), report);
            }
            for (Parameter parameter : method.values()) {
                if (!given.contains(parameter.value())) {
                    refuse("input name", parameter.value(), method.display(), parameter.site(), report);
                }
            }
        }
    }

    @Override
    public void check(Inspection graph) {
        for (GraphNode node : graph.wiring().declared()) {
            if (Places.isFurtherUse(node)) {
                checkUse(node.use(), graph.report());
            }
        }
        checkInputs(graph);
        checkOutputs(graph);
    }

    private static void checkUse(NodeUse use, Report report) {
        String owner = "the " + Places.annotation(use) + " of " + use.method().display();
        refuse("node name", use.name(), owner, use.site(), report);
        for (List<Renaming> renamings : List.of(use.inputs(), use.outputs())) {
            for (Renaming renaming : renamings) {
                refuse("new name", renaming.to().text(), owner, renaming.to().site(), report);
            }
        }
    }

    private static void refuse(String role, String name, String owner, Site site, Report report) {
        JavaNames.problem(name).ifPresent(problem -> {
            Message message = Message.of(RULE, "The %s '%s' of %s %s.".formatted(role, name, owner, problem));
            report.error(
                    site,
                    JavaNames.mended(name)
                            .map(mended -> message.fix("write '" + mended + "'"))
                            .orElse(message.fix("choose a name that a Java variable can have")));
        });
    }

    private static void checkInputs(Inspection graph) {
        for (GraphInput input : graph.wiring().inputs().values()) {
            boolean taken = TAKEN_IN_INPUTS.contains(input.name());
            if ((taken || JavaNames.isForbiddenComponent(input.name()))
                    && !graph.suspects().contains(input.name())) {
                String record = graph.graph().baseName() + "Inputs";
                String reason = taken
                        ? "the record %s has a static member of that name".formatted(record)
                        : "Java lets no record have a component of that name";
                graph.report()
                        .error(
                                Places.of(input.takes().get(0)),
                                Message.of(
                                                RULE,
                                                "%s can't have an input '%s': %s."
                                                        .formatted(graph.name(), input.name(), reason))
                                        .fact(
                                                input.name(),
                                                input.type().display(),
                                                Spelling.of(input.takes(), List.of())
                                                        .role(input.takes().get(0)))
                                        .fix("name the value otherwise: @From(\"...\") keeps the parameter's name")
                                        .fix("rename the parameter"));
                graph.suspects().add(input.name());
            }
        }
    }

    private static void checkOutputs(Inspection graph) {
        for (GraphOutput output : graph.wiring().outputs()) {
            if (JavaNames.isForbiddenComponent(output.name())
                    && !graph.suspects().contains(output.name())) {
                graph.report()
                        .error(
                                Places.of(output.give()),
                                Message.of(
                                                RULE,
                                                "%s can't have an output '%s': Java lets no record have a component of that name."
                                                        .formatted(graph.name(), output.name()))
                                        .fact(
                                                output.name(),
                                                output.give().port().type().display(),
                                                Spelling.of(List.of(), List.of(output.give()))
                                                        .role(output.give()))
                                        .fix(Places.giveOtherwise(output.give())
                                                + "; @From lets parameters keep theirs"));
            }
        }
    }
}
