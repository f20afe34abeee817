package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.databind.Module;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.ValueCodec;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** stub */
public final class JsonCodec implements ValueCodec {
    /** x */
    public static JsonCodec create() {
        return new JsonCodec();
    }
    /** x */
    public static JsonCodec with(List<Module> modules) {
        return new JsonCodec();
    }

    @Override
    public Payload encode(Object value, Type type) {
        return Payload.of(String.valueOf(value).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Object decode(Payload payload, Type type) {
        return new String(((Payload.Bytes) payload).bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public String schema(Type type) {
        return "{}";
    }
}
