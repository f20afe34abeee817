package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/** Has shapes write values in the same way that equal each other: parts that have no order come sorted, instead of in the order in which they stand. */
final class CanonicalGenerator extends JsonGeneratorDelegate {
    private final JsonFactory json;

    CanonicalGenerator(JsonFactory json, OutputStream to) throws IOException {
        this(json, json.createGenerator(to));
    }

    private CanonicalGenerator(JsonFactory json, JsonGenerator out) {
        super(out);
        this.json = json;
    }

    /** Another one, for what is to be sorted before it is written. */
    CanonicalGenerator apart(Writer to) throws IOException {
        return new CanonicalGenerator(json, json.createGenerator(to));
    }
}
