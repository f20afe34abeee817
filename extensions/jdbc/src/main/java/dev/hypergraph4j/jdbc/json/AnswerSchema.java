package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a question takes for an answer from people who have no Java at hand: JSON of its schema, and one of its options where it has some. */
public final class AnswerSchema {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS) // No digit is lost on the way.
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Schema schema;
    private final JsonNode options;

    private AnswerSchema(Schema schema, JsonNode options) {
        this.schema = schema;
        this.options = options;
    }

    /** What is wrong with an answer. */
    public enum Fault {
        /** It is no JSON, or none of which all of its meaning is certain. */
        NO_JSON,
        /** The schema says something else. */
        SCHEMA,
        /** It is none of the options. */
        OPTIONS
    }

    /**
     * An answer that is not taken.
     *
     * @param fault what is wrong with it
     * @param reasons the same in words
     */
    public record Misfit(Fault fault, List<String> reasons) {
        /** Copies the list. */
        public Misfit {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What a question takes.
     *
     * @param schema the JSON schema that was recorded with it
     * @param options the text of its options, an array of JSON; what is no array, or empty, leaves the choice open
     */
    public static AnswerSchema of(String schema, String options) {
        JsonNode choice = read(options).orElse(MissingNode.getInstance());
        return new AnswerSchema(SCHEMAS.getSchema(schema, InputFormat.JSON), choice);
    }

    private static Optional<JsonNode> read(String json) {
        try {
            return Optional.of(MAPPER.readTree(json)).filter(read -> !read.isMissingNode());
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    /** What is wrong with an answer; empty if it is taken. */
    public Optional<Misfit> check(String json) {
        JsonNode answer = read(json).orElse(null);
        if (answer == null) {
            return Optional.of(new Misfit(Fault.NO_JSON, List.of("it is no JSON value")));
        }
        List<String> errors = errors(answer);
        if (!errors.isEmpty()) {
            return Optional.of(new Misfit(Fault.SCHEMA, errors));
        }
        return isOption(answer)
                ? Optional.empty()
                : Optional.of(new Misfit(Fault.OPTIONS, List.of("it is none of the options " + options)));
    }

    private List<String> errors(JsonNode answer) {
        return schema
                .validate(answer, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(AnswerSchema::text)
                .distinct()
                .toList();
    }

    private static String text(Error error) {
        String where = error.getInstanceLocation().toString();
        return where.isEmpty() ? error.getMessage() : where + ": " + error.getMessage();
    }

    private boolean isOption(JsonNode answer) {
        return !options.isArray()
                || options.isEmpty()
                || StreamSupport.stream(options.spliterator(), false).anyMatch(answer::equals);
    }
}
