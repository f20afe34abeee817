package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.jdbc.json.AnswerSchema;
import dev.hypergraph4j.jdbc.json.JsonCodec;
import dev.hypergraph4j.runtime.durable.NewQuestion;
import dev.hypergraph4j.runtime.durable.Payload;

/** Answers of people who have no Java at hand: JSON, checked by the schema and the options that were recorded with the question. */
final class JsonAnswers {
    private final JsonCodec codec;

    JsonAnswers(JsonCodec codec) {
        this.codec = codec;
    }

    /**
     * Checks an answer, and gives it as the codec would have written it.
     *
     * @throws InvalidAnswerException if it is none that the question takes
     */
    Payload check(String step, NewQuestion question, String json) {
        AnswerSchema.of(question.schema(), codec.json(question.options()))
                .check(json)
                .ifPresent(misfit -> {
                    throw new InvalidAnswerException(step, question.schema(), misfit.reasons());
                });
        return codec.ofJson(json.strip());
    }
}
