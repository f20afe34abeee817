package dev.hypergraph4j.runtime.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class GraphHashTest {
    private final GraphDefinition rag = Graphs.of(Graphs.rag());
    private final NodeDefinition analyze = rag.node("analyze");

    @Test
    void hashesAreTheSameOnEveryMachine() {
        assertThat(rag.structuralHash()).isEqualTo("8b333985381a5d1e");
        assertThat(rag.definitionHash()).isEqualTo("b1e1d27f608e5db8");
    }

    @Test
    void hashesAreSixteenHexadecimalDigits() {
        GraphDefinition empty = new GraphDefinition("", "", List.of(), List.of(), List.of());

        assertThat(empty.structuralHash()).matches("[0-9a-f]{16}");
        assertThat(empty.definitionHash()).matches("[0-9a-f]{16}").isNotEqualTo(empty.structuralHash());
    }

    @Test
    void orderOfDeclarationDoesNotCount() {
        GraphDefinition reversed = new GraphDefinition(
                rag.name(),
                rag.version(),
                reversed(rag.inputs()),
                reversed(rag.nodes().stream()
                        .map(node -> with(node, reversed(node.inputs()), reversed(node.outputs())))
                        .toList()),
                reversed(rag.outputs()));

        assertThat(reversed.structuralHash()).isEqualTo(rag.structuralHash());
        assertThat(reversed.definitionHash()).isEqualTo(rag.definitionHash());
    }

    @Test
    void nameOfTheGraphDoesNotCount() {
        GraphDefinition renamed = new GraphDefinition("other", rag.version(), rag.inputs(), rag.nodes(), rag.outputs());

        assertThat(renamed.structuralHash()).isEqualTo(rag.structuralHash());
        assertThat(renamed.definitionHash()).isEqualTo(rag.definitionHash());
    }

    @Test
    void placeInTheSourceDoesNotCount() {
        GraphDefinition moved = withAnalyze(node -> new NodeDefinition(
                node.name(),
                node.method(),
                NodeKind.OTHER,
                true,
                node.inputs(),
                node.outputs(),
                new SourceLocation("Other.java", 99),
                node.hash()));

        assertThat(moved.structuralHash()).isEqualTo(rag.structuralHash());
        assertThat(moved.definitionHash()).isEqualTo(rag.definitionHash());
    }

    @Test
    void codeOfANodeIsDefinitionAndNotStructure() {
        assertIsDefinitionOnly(withAnalyze(node -> with(node, node.name(), node.method(), "changed")));
    }

    @Test
    void versionIsDefinitionAndNotStructure() {
        assertIsDefinitionOnly(new GraphDefinition(rag.name(), "4", rag.inputs(), rag.nodes(), rag.outputs()));
    }

    @Test
    void defaultIsDefinitionAndNotStructure() {
        assertIsDefinitionOnly(withInputs(new InputDefinition("topK", "int", false, "6")));
    }

    @Test
    void nodesNameIsStructure() {
        assertIsStructure(withAnalyze(node -> with(node, "analyse", node.method(), node.hash())));
    }

    @Test
    void nodesMethodIsStructure() {
        assertIsStructure(withAnalyze(node -> with(node, node.name(), "Other.analyze", node.hash())));
    }

    @Test
    void whatANodeTakesIsStructure() {
        ParameterDefinition question = analyze.inputs().get(0);

        assertIsStructure(withInputOfAnalyze(new ParameterDefinition("query", question.type(), false)));
        assertIsStructure(withInputOfAnalyze(new ParameterDefinition(question.name(), "CharSequence", false)));
        assertIsStructure(withInputOfAnalyze(new ParameterDefinition(question.name(), question.type(), true)));
    }

    @Test
    void whatANodeGivesIsStructure() {
        assertIsStructure(withOutputOfAnalyze(new ValueDefinition("words", "List<String>", false)));
        assertIsStructure(withOutputOfAnalyze(new ValueDefinition("terms", "Set<String>", false)));
        assertIsStructure(withOutputOfAnalyze(new ValueDefinition("terms", "List<String>", true)));
    }

    @Test
    void inputsOfTheGraphAreStructure() {
        assertIsStructure(withInputs(new InputDefinition("topK", "long", false, "5")));
        assertIsStructure(withInputs(new InputDefinition("topK", "int", true, "5")));
    }

    @Test
    void outputsOfTheGraphAreStructure() {
        assertIsStructure(new GraphDefinition(
                rag.name(),
                rag.version(),
                rag.inputs(),
                rag.nodes(),
                rag.outputs().subList(0, 1)));
    }

    @Test
    void namesThatRunTogetherAreToldApart() {
        Plan.Builder one = Plan.named("g").input("ab", "c");
        Plan.Builder other = Plan.named("g").input("a", "bc");

        assertThat(Graphs.of(one).structuralHash())
                .isNotEqualTo(Graphs.of(other).structuralHash());
    }

    private void assertIsStructure(GraphDefinition changed) {
        assertThat(changed.structuralHash()).isNotEqualTo(rag.structuralHash());
        assertThat(changed.definitionHash()).isNotEqualTo(rag.definitionHash());
    }

    private void assertIsDefinitionOnly(GraphDefinition changed) {
        assertThat(changed.structuralHash()).isEqualTo(rag.structuralHash());
        assertThat(changed.definitionHash()).isNotEqualTo(rag.definitionHash());
    }

    private GraphDefinition withInputs(InputDefinition topK) {
        List<InputDefinition> inputs = new ArrayList<>(rag.inputs());
        inputs.replaceAll(input -> input.name().equals("topK") ? topK : input);
        return new GraphDefinition(rag.name(), rag.version(), inputs, rag.nodes(), rag.outputs());
    }

    private GraphDefinition withInputOfAnalyze(ParameterDefinition first) {
        return withAnalyze(node -> with(node, List.of(first, node.inputs().get(1)), node.outputs()));
    }

    private GraphDefinition withOutputOfAnalyze(ValueDefinition output) {
        return withAnalyze(node -> with(node, node.inputs(), List.of(output)));
    }

    private GraphDefinition withAnalyze(UnaryOperator<NodeDefinition> change) {
        List<NodeDefinition> nodes = new ArrayList<>(rag.nodes());
        nodes.set(0, change.apply(analyze));
        return new GraphDefinition(rag.name(), rag.version(), rag.inputs(), nodes, rag.outputs());
    }

    private static NodeDefinition with(NodeDefinition node, String name, String method, String hash) {
        return new NodeDefinition(
                name, method, node.kind(), node.asynchronous(), node.inputs(), node.outputs(), node.source(), hash);
    }

    private static NodeDefinition with(
            NodeDefinition node, List<ParameterDefinition> inputs, List<ValueDefinition> outputs) {
        return new NodeDefinition(
                node.name(),
                node.method(),
                node.kind(),
                node.asynchronous(),
                inputs,
                outputs,
                node.source(),
                node.hash());
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
