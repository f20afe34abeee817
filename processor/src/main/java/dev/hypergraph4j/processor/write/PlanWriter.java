package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.processor.model.Decision;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.GateTarget;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.Parameter.Seed;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.GraphOutput;
import dev.hypergraph4j.processor.wire.Region;
import dev.hypergraph4j.processor.wire.Take;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes {@code plan()}, which describes the graph to the runtime: a line for each node and each of its values. A long one is cut as {@code run} is. */
final class PlanWriter {
    private static final String NESTED_CLASS = "Plan";

    private final Wiring wiring;
    private final GraphNames names;
    private final List<GraphNode> nodes;
    private final Pieces pieces;
    private final NodeClasses classes;

    PlanWriter(Wiring wiring, GraphNames names) {
        this.wiring = wiring;
        this.names = names;
        this.nodes = wiring.plan();
        this.pieces = Pieces.of(nodes);
        this.classes = NodeClasses.of(nodes);
    }

    void write(TypeSpec.Builder graph) {
        CodeBlock.Builder body = CodeBlock.builder();
        addGraph(body);
        wiring.inputs().values().forEach(input -> body.addStatement(input(input)));
        if (pieces.count() <= 1) {
            nodes.forEach(node -> body.addStatement(node(node)));
        }
        for (int piece = 0; pieces.count() > 1 && piece < pieces.count(); piece++) {
            body.addStatement("$LdescribeNodes$L(plan)", prefix(piece), piece);
        }
        addValues(body);
        graph.addMethod(MethodSpec.methodBuilder("plan")
                .addModifiers(PRIVATE, STATIC)
                .returns(RuntimeTypes.PLAN)
                .addCode(body.addStatement("return plan.build()").build())
                .build());
        if (pieces.count() > 1) {
            writePieces(graph);
        }
    }

    /** What is to be said of the graph as a whole. */
    private void addGraph(CodeBlock.Builder body) {
        body.add(
                "$1T.Builder plan = $1T.named($2S)",
                RuntimeTypes.PLAN,
                wiring.graph().name());
        if (!wiring.graph().version().isEmpty()) {
            body.add(".version($S)", wiring.graph().version());
        }
        body.add(";\n");
        if (wiring.graph().durable()) {
            body.addStatement("plan.durable()");
        }
    }

    /** What is to be said once the nodes are known. */
    private void addValues(CodeBlock.Builder body) {
        for (Region region : wiring.regions()) {
            int from = wiring.number(region.nodes().get(0));
            body.addStatement(
                    "plan.region($L, $L, $L)",
                    from,
                    from + region.nodes().size(),
                    wiring.graph().maxIterations());
        }
        if (!wiring.graph().shared().isEmpty()) {
            body.addStatement(
                    "plan.shared($L)", strings(wiring.graph().shared().stream().map(Name::text)));
        }
        if (!wiring.outputs().isEmpty()) {
            body.addStatement(
                    "plan.outputs($L)", strings(wiring.outputs().stream().map(GraphOutput::name)));
        }
        body.addStatement("plan.types($T::$N)", names.graph, names.type);
    }

    /** A method for each piece; in a large graph they stand in classes with a constant pool of their own. */
    private void writePieces(TypeSpec.Builder graph) {
        if (!classes.areNeeded()) {
            writePieces(graph, 0, pieces.count());
            return;
        }
        int piecesInClass = NodeClasses.SIZE >> pieces.bits();
        for (int i = 0; i < classes.count(); i++) {
            TypeSpec.Builder nested = TypeSpec.classBuilder(NESTED_CLASS + i).addModifiers(PRIVATE, STATIC, FINAL);
            writePieces(nested, i * piecesInClass, Math.min(pieces.count(), (i + 1) * piecesInClass));
            graph.addType(nested.build());
        }
    }

    private void writePieces(TypeSpec.Builder type, int first, int end) {
        for (int piece = first; piece < end; piece++) {
            type.addMethod(piece(piece));
        }
    }

    /** What stands before the method of a piece where it is called. */
    private String prefix(int piece) {
        return classes.areNeeded() ? NESTED_CLASS + (pieces.from(piece) >> NodeClasses.BITS) + "." : "";
    }

    private MethodSpec piece(int piece) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("describeNodes" + piece)
                .addModifiers(PRIVATE, STATIC)
                .addParameter(RuntimeTypes.PLAN.nestedClass("Builder"), "plan");
        nodes.subList(pieces.from(piece), pieces.to(piece)).forEach(node -> method.addStatement(node(node)));
        return method.build();
    }

    private static CodeBlock input(GraphInput input) {
        String type = input.type().display();
        DefaultValue byDefault = input.defaultValue();
        return input.required()
                ? CodeBlock.of("plan.input($S, $S)", input.name(), type)
                : CodeBlock.of(
                        "plan.optionalInput($S, $S, $S)",
                        input.name(),
                        type,
                        byDefault == null ? "" : byDefault.display());
    }

    private CodeBlock node(GraphNode node) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "plan.node($S,$W$S,$W$S,$W$L,$W$S)",
                        node.name(),
                        node.method().display(),
                        node.method().position().file(),
                        node.method().position().line(),
                        node.method().hash());
        if (node.method().kind() != NodeKind.STEP) {
            code.add("\n.kind($T.$L)", NodeKind.class, node.method().kind());
        }
        if (node.method().asynchronous()) {
            code.add("\n.asynchronous()");
        }
        if (node.nesting() != null) {
            code.add("\n.nested()");
        }
        for (Take take : node.takes()) {
            boolean tolerates = take.parameter().toleratesAbsence();
            String method = isFromCycle(take) ? (tolerates ? "maySeed" : "seeds") : (tolerates ? "mayTake" : "takes");
            code.add(
                    "\n.$L($S, $S)",
                    method,
                    take.value(),
                    take.parameter().type().display());
        }
        for (Give give : node.gives()) {
            code.add(
                    "\n.$L($S, $S)",
                    wiring.mayBeAbsent(give) ? "mayGive" : "gives",
                    give.value(),
                    give.port().type().display());
        }
        code.add(TraitsCode.of(node.method()));
        addControl(node, code);
        return code.build();
    }

    /** Whether the parameter takes the caller's value first and then that of a cycle. */
    private boolean isFromCycle(Take take) {
        GraphInput input = wiring.inputs().get(take.value());
        return take.parameter().isSeed() && input != null && input.seed();
    }

    private void addControl(GraphNode node, CodeBlock.Builder code) {
        addNames(
                "converging",
                node.takes().stream()
                        .filter(take -> take.parameter().seed() == Seed.CONVERGING && isFromCycle(take))
                        .map(Take::value),
                code);
        Decision decision = node.method().traits().decision();
        if (decision != null && !wiring.targets(node).isEmpty()) {
            code.add(
                    "\n.$L($L, $L)",
                    decision.several() ? "opensSome" : "opensOne",
                    decision.defaultOpen(),
                    strings(wiring.targets(node).stream().map(GraphNode::name)));
        }
        if (node.method().traits().interrupt()) {
            code.add("\n.asks($L)", strings(answers(node).stream()));
        }
        addNames("emits", node.emits().stream(), code);
        addNames("waitsFor", node.method().traits().waits().stream().map(Name::text), code);
        addNames(
                "after",
                wiring.sharedBefore().getOrDefault(node, Set.of()).stream().map(GraphNode::name),
                code);
    }

    /** What the answer may be, where gates that always run take it as it is for the name of a target; none where it may be anything. */
    private Set<String> answers(GraphNode question) {
        Set<String> answers = new LinkedHashSet<>();
        for (Take take : wiring.consumers().getOrDefault(question.gives().get(0).value(), List.of())) {
            Decision decision = take.node().method().traits().decision();
            if (decision != null && decision.verbatim() && !isOpened(take.node())) {
                List<String> choices =
                        decision.targets().stream().map(GateTarget::choice).toList();
                if (answers.isEmpty()) {
                    answers.addAll(choices);
                } else {
                    answers.retainAll(choices);
                }
            }
        }
        return answers;
    }

    private boolean isOpened(GraphNode node) {
        return wiring.targets().values().stream().anyMatch(targets -> targets.contains(node));
    }

    private static void addNames(String method, Stream<String> names, CodeBlock.Builder code) {
        List<String> all = names.toList();
        if (!all.isEmpty()) {
            code.add("\n.$L($L)", method, strings(all.stream()));
        }
    }

    private static CodeBlock strings(Stream<String> texts) {
        return texts.map(text -> CodeBlock.of("$S", text)).collect(Arguments.joined());
    }
}
