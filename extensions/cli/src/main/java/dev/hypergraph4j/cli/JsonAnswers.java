package dev.hypergraph4j.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import java.util.List;
import java.util.stream.Collectors;

/** Makes answers of JSON, as far as they fit the question as it was recorded: its schema and its options. */
final class JsonAnswers {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Values values;

    JsonAnswers(Values values) {
        this.values = values;
    }

    /**
     * The answer to {@code question}.
     *
     * @throws RefusedException if it does not fit
     */
    Payload answer(PendingQuestion question, String json) {
        JsonNode answer = parsed(question, json);
        requireValid(question, answer);
        JsonNode options = values.read(question.question().options());
        if (options.isArray() && !options.isEmpty() && !contains(options, answer)) {
            throw RefusedException.badAnswer(question, "it is none of its options", "choose one of " + options);
        }
        return values.write(json, answer);
    }

    private static JsonNode parsed(PendingQuestion question, String json) {
        try {
            JsonNode answer = Values.MAPPER.readTree(json);
            if (!answer.isMissingNode() && !answer.isNull()) {
                return answer;
            }
        } catch (JsonProcessingException invalid) {
            // Told below, whatever is wrong with it.
        }
        throw RefusedException.badAnswer(
                question,
                "it is no JSON value",
                "give " + question.question().answerType() + " as JSON; texts are quoted: '\"yes\"'");
    }

    private static void requireValid(PendingQuestion question, JsonNode answer) {
        Schema schema = SCHEMAS.getSchema(question.question().schema(), InputFormat.JSON);
        List<Error> errors = schema.validate(answer);
        if (!errors.isEmpty()) {
            String why =
                    errors.stream().map(JsonAnswers::text).distinct().limit(3).collect(Collectors.joining("; "));
            throw RefusedException.badAnswer(question, why, "see its schema: show " + question.workflow() + " --json");
        }
    }

    private static String text(Error error) {
        String where = error.getInstanceLocation().toString();
        return where.isEmpty() ? error.getMessage() : where + ": " + error.getMessage();
    }

    private static boolean contains(JsonNode options, JsonNode answer) {
        for (JsonNode option : options) {
            if (option.equals(answer)) {
                return true;
            }
        }
        return false;
    }
}
