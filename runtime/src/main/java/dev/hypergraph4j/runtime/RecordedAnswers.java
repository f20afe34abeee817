package dev.hypergraph4j.runtime;

import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.UnpersistableValueException;
import dev.hypergraph4j.runtime.durable.ValueCodec;
import dev.hypergraph4j.runtime.plan.GenericType;
import dev.hypergraph4j.runtime.plan.Plan;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Questions as they were recorded, and answers to them. */
final class RecordedAnswers {
    private static final Type EVIDENCE = GenericType.of(Map.class, String.class, String.class);

    private RecordedAnswers() {}

    /**
     * Writes down an answer.
     *
     * @throws GraphConfigException if it does not fit the question
     */
    static Payload encode(Plan outermost, PendingQuestion asked, Object answer, ValueCodec codec) {
        NodePath path = nodeOf(outermost, asked);
        Type type = answerType(path.plan(), path.node());
        Question<?> question = question(asked, type, codec);
        AnswerCheck check =
                new AnswerCheck(path.plan().name(), path.plan().node(path.node()), GenericType.raw(type), question);
        return codec.encode(check.fitting(answer), type);
    }

    private static NodePath nodeOf(Plan outermost, PendingQuestion asked) {
        return Objects.requireNonNull(NodePath.find(outermost, asked.question().key()), "The node that asked is gone.");
    }

    /** The question as it was asked by a node of {@code outermost}, its evidence as texts. */
    static Question<?> question(Plan outermost, PendingQuestion asked, ValueCodec codec) {
        NodePath path = nodeOf(outermost, asked);
        return question(asked, answerType(path.plan(), path.node()), codec);
    }

    /** What an answer to {@code node} is, boxed. */
    static Type answerType(Plan plan, int node) {
        Type type = plan.type(plan.outputSlot(node, 0));
        return type instanceof Class<?> plain ? Widening.boxed(plain) : type;
    }

    /** The question as it was asked, its evidence as texts. */
    @SuppressWarnings("unchecked") // Each was written down as what it is read as.
    static Question<?> question(PendingQuestion asked, Type type, ValueCodec codec) {
        List<Object> options =
                (List<Object>) codec.decode(asked.question().options(), GenericType.of(List.class, type));
        Map<String, Object> evidence =
                (Map<String, Object>) codec.decode(asked.question().evidence(), EVIDENCE);
        return new Question<>(asked.question().prompt(), (Class<Object>) GenericType.raw(type), options, evidence);
    }

    /**
     * What is written down of evidence: it is there to be looked at.
     *
     * @throws UnpersistableValueException if a value of it has no text
     */
    static Payload evidence(Map<String, ?> evidence, ValueCodec codec) {
        Map<String, String> texts = new LinkedHashMap<>();
        evidence.forEach((name, value) -> texts.put(name, text(name, value)));
        return codec.encode(texts, EVIDENCE);
    }

    private static String text(String name, Object value) {
        try {
            return String.valueOf(value);
        } catch (RuntimeException | Error broken) {
            throw new UnpersistableValueException(
                    "evidence '" + name + "'",
                    "its toString() threw " + broken.getClass().getName(),
                    broken);
        }
    }
}
