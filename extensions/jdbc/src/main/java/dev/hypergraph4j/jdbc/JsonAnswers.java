package dev.hypergraph4j.jdbc;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hypergraph4j.jdbc.json.JsonCodec;
import dev.hypergraph4j.runtime.durable.NewQuestion;
import dev.hypergraph4j.runtime.durable.Payload;
import java.io.UncheckedIOException;
import java.util.List;

/** Answers of people who have no Java at hand: JSON, checked by the schema that was recorded with the question. */
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
        List<String> reasons = reasons(question.schema(), json);
        if (!reasons.isEmpty()) {
            throw new InvalidAnswerException(step, question.schema(), reasons);
        }
        return codec.ofJson(json.strip());
    }

    private static List<String> reasons(String schemaText, String json) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText, InputFormat.JSON);
        try {
            List<Error> errors = schema.validate(
                    json,
                    InputFormat.JSON,
                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
            return errors.stream().map(Error::toString).toList();
        } catch (IllegalArgumentException | UncheckedIOException noJson) {
            return List.of("it is no JSON: " + noJson.getMessage());
        }
    }
}
