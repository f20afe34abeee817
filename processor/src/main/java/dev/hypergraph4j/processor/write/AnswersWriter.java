package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Writes what answers the questions of a graph: {@code RagAnswers}, and the {@code resume} that takes it. A graph that asks nothing has neither. */
final class AnswersWriter {
    private final String graph;
    private final GraphNames names;
    private final List<GraphNode> questions;
    private final List<GraphNode> nested;

    /** @param nodes of the graph, those that ask, or nest a graph that does, among them */
    AnswersWriter(String graph, GraphNames names, List<GraphNode> nodes) {
        this.graph = graph;
        this.names = names;
        this.questions = nodes.stream().filter(NodeCode::asks).toList();
        this.nested = nodes.stream()
                .filter(node -> node.nesting() != null && node.nesting().asks())
                .toList();
    }

    /** Whether a node asks, or nests a graph that does. */
    boolean areNeeded() {
        return !questions.isEmpty() || !nested.isEmpty();
    }

    TypeSpec.Builder write() {
        TypeSpec.Builder type = TypeSpec.classBuilder(names.answers)
                .addJavadoc("""
                        Answers to the questions of the graph $L; see {@link $T}.
                        A question that is asked several times takes one answer after the other. Not thread-safe.
                        """, DocText.code(graph), names.graph)
                .addModifiers(FINAL)
                .superclass(RuntimeTypes.TYPED_ANSWERS)
                .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build())
                .addMethod(MethodSpec.methodBuilder("builder")
                        .addJavadoc("Starts with nothing answered.\n")
                        .addModifiers(PUBLIC, STATIC)
                        .returns(names.answers)
                        .addStatement("return new $T()", names.answers)
                        .build());
        NameAllocator methods = new NameAllocator();
        methods.newName("equals"); // An answer of any type would be in the way of the method that all objects have.
        for (GraphNode question : questions) {
            type.addMethod(answer(question, methods.newName(name(question))));
            type.alwaysQualify(question.gives().get(0).value());
        }
        for (GraphNode node : nested) {
            ClassName answers = Objects.requireNonNull(node.nesting()).answersType();
            String name = methods.newName(node.name());
            type.addMethod(nested(node, name)
                    .addParameter(answers, "answers")
                    .addStatement("addNested($S, answers)", node.name())
                    .addStatement("return this")
                    .build());
            type.addMethod(nested(node, name)
                    .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), answers), "answers")
                    .addStatement("$1T nested = $1T.builder()", answers)
                    .addStatement("answers.accept(nested)")
                    .addStatement("return $N(nested)", name)
                    .build());
        }
        return type;
    }

    /** Where several questions give one value, each is named after its node. */
    private String name(GraphNode question) {
        String value = question.gives().get(0).value();
        boolean isAlone = questions.stream()
                        .filter(other -> other.gives().get(0).value().equals(value))
                        .count()
                == 1;
        return isAlone ? value : question.name();
    }

    private MethodSpec answer(GraphNode question, String name) {
        Give give = question.gives().get(0);
        return MethodSpec.methodBuilder(name)
                .addJavadoc("Answers what {@code $L} asks.\n", question.name())
                .addModifiers(PUBLIC)
                .returns(names.answers)
                .addParameter(give.port().type().spelling(), give.value())
                .addStatement("add($S, $N)", question.name(), give.value())
                .addStatement("return this")
                .build();
    }

    private MethodSpec.Builder nested(GraphNode node, String name) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("Answers what the nested graph {@code $L} asks.\n", node.name())
                .addModifiers(PUBLIC)
                .returns(names.answers);
    }

    /** Writes the graph's method that takes answers by a lambda. */
    void writeResume(TypeSpec.Builder type) {
        if (areNeeded()) {
            type.addMethod(resume().addJavadoc(
                            "Goes on with a run that paused; see {@link #resume($T, $T)}.\n",
                            RuntimeTypes.RUN_RESULT,
                            RuntimeTypes.ANSWERS)
                    .addStatement("$1T builder = $1T.builder()", names.answers)
                    .addStatement("answers.accept(builder)")
                    .addStatement("return resume(paused, builder.build())")
                    .build());
        }
    }

    /** That method without its body. */
    MethodSpec.Builder resume() {
        TypeName result = ParameterizedTypeName.get(RuntimeTypes.RUN_RESULT, names.outputs);
        return MethodSpec.methodBuilder("resume")
                .addModifiers(PUBLIC)
                .returns(result)
                .addParameter(result, "paused")
                .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), names.answers), "answers");
    }
}
