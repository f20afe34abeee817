package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a sealed type: objects that say by the simple name of a permitted subtype which one they are of. */
final class SealedShape extends Shape {
    static final String DISCRIMINATOR = "@type";
    private static final String VALUE = "value";

    // Filled once, before anybody else sees the shape: a sealed type may contain itself
    private final Map<Class<?>, Shape> byClass = new LinkedHashMap<>();
    private final Map<String, Shape> byName = new LinkedHashMap<>();

    SealedShape(ValueType type) {
        super(type);
    }

    /** Adds a subtype, which is a record or an enum. */
    void subtype(Shape shape) throws UnfitException {
        String name = name(shape);
        Shape other = byName.putIfAbsent(name, shape);
        if (other != null && !other.type().equals(shape.type())) {
            throw new UnfitException("two of its subtypes are called " + name);
        }
        byClass.put(shape.type().raw(), shape);
    }

    boolean hasSubtypes() {
        return !byName.isEmpty();
    }

    @Override
    Collection<Shape> parts() {
        return byClass.values();
    }

    @Override
    void writePresent(Object value, JsonGenerator out) throws IOException, UnfitException {
        Class<?> actual = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        Shape shape = byClass.get(actual);
        if (shape == null) {
            throw new UnfitException("it is a " + actual.getName());
        }
        out.writeStartObject();
        out.writeStringField(DISCRIMINATOR, name(shape));
        if (shape instanceof RecordShape subtype) {
            writeComponents(subtype, value, out);
        } else {
            out.writeFieldName(VALUE);
            shape.write(value, out);
        }
        out.writeEndObject();
    }

    private static void writeComponents(RecordShape subtype, Object value, JsonGenerator out)
            throws IOException, UnfitException {
        try {
            subtype.writeComponents(value, out);
        } catch (UnfitException unfit) {
            throw unfit.inside(subtype.type());
        }
    }

    @Override
    Object readPresent(JsonParser in) throws IOException, UnfitException {
        expect(JsonToken.START_OBJECT, in);
        in.nextToken();
        if (in.currentToken() == JsonToken.FIELD_NAME && in.currentName().equals(DISCRIMINATOR)) {
            String name = in.nextTextValue();
            in.nextToken();
            return readRest(subtype(name), in);
        }
        // People write it anywhere.
        try (TokenBuffer rest = new TokenBuffer(in)) {
            rest.writeStartObject();
            while (in.currentToken() != JsonToken.END_OBJECT) {
                rest.copyCurrentStructure(in);
                in.nextToken();
            }
            rest.writeEndObject();
            Shape subtype = subtype(discriminator(rest));
            try (JsonParser again = rest.asParser()) {
                again.nextToken();
                again.nextToken();
                return readRest(subtype, again);
            }
        }
    }

    private static @Nullable String discriminator(TokenBuffer object) throws IOException {
        try (JsonParser in = object.asParser()) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                boolean isIt = in.currentName().equals(DISCRIMINATOR);
                in.nextToken();
                if (isIt) {
                    return in.getText();
                }
                in.skipChildren();
            }
            return null;
        }
    }

    private Shape subtype(@Nullable String name) throws UnfitException {
        Shape shape = name == null ? null : byName.get(name);
        if (shape == null) {
            throw new UnfitException(
                    name == null
                            ? "it does not say by " + DISCRIMINATOR + " which subtype it is of"
                            : "'" + name + "' is none of its subtypes " + byName.keySet());
        }
        return shape;
    }

    private static Object readRest(Shape subtype, JsonParser in) throws IOException, UnfitException {
        try {
            return subtype instanceof RecordShape components
                    ? components.readComponents(in, DISCRIMINATOR)
                    : readValue(subtype, in);
        } catch (UnfitException unfit) {
            throw unfit.inside(subtype.type());
        }
    }

    private static Object readValue(Shape subtype, JsonParser in) throws IOException, UnfitException {
        Object value = null;
        while (in.currentToken() != JsonToken.END_OBJECT) {
            boolean isValue = in.currentName().equals(VALUE);
            in.nextToken();
            if (isValue) {
                value = subtype.readPresent(in);
            } else {
                in.skipChildren();
            }
            in.nextToken();
        }
        if (value == null) {
            throw new UnfitException("'" + VALUE + "' was not written");
        }
        return value;
    }

    @Override
    ObjectNode describe(Schemas schemas) {
        return schemas.refer(type(), this::describeSubtypes);
    }

    private ObjectNode describeSubtypes(Schemas schemas) {
        ObjectNode schema = Schemas.node();
        ArrayNode oneOf = schema.putArray("oneOf");
        byName.forEach((name, shape) -> oneOf.add(
                shape instanceof RecordShape components
                        ? components.describe(schemas, name)
                        : describeValue(schemas, name, shape)));
        return schema;
    }

    private static ObjectNode describeValue(Schemas schemas, String name, Shape shape) {
        ObjectNode schema = Schemas.ofType("object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject(DISCRIMINATOR).put("const", name);
        properties.set(VALUE, shape.describe(schemas));
        schema.putArray("required").add(DISCRIMINATOR).add(VALUE);
        return schema.put("additionalProperties", false);
    }

    private static String name(Shape shape) {
        return shape.type().raw().getSimpleName();
    }
}
