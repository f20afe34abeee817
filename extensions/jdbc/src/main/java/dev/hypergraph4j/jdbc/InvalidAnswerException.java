package dev.hypergraph4j.jdbc;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.internal.Message;
import java.io.Serial;
import java.util.List;

/** An answer that was given as JSON is none that the question takes. Nothing was recorded. */
public final class InvalidAnswerException extends HypergraphException {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int MOST = 10;

    /** An answer to the question of {@code step} is invalid for these reasons. */
    InvalidAnswerException(String step, String schema, List<String> reasons) {
        super(message(step, schema, reasons).fix("give JSON as the schema says").text(), null);
    }

    private static Message message(String step, String schema, List<String> reasons) {
        Message message =
                Message.of("InvalidAnswer", "The answer is none that the question of step '" + step + "' takes.");
        for (String reason : reasons.subList(0, Math.min(MOST, reasons.size()))) {
            message = message.fact("wrong", reason);
        }
        return message.fact("schema", schema);
    }
}
