package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records: all their components, and nothing else. */
final class RecordShape extends Shape {
    private final RecordAccess access;

    // Set once, before anybody else sees the shape: a record may contain itself
    private List<Shape> components = List.of();
    private final Map<String, Integer> places = new HashMap<>();

    RecordShape(ValueType type) throws UnfitException {
        super(type);
        this.access = RecordAccess.of(type.raw());
        List<String> names = access.names();
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
    }

    void components(List<Shape> shapes) {
        components = List.copyOf(shapes);
    }

    @Override
    Collection<Shape> parts() {
        return components;
    }

    @Override
    void writePresent(Object value, JsonGenerator out) throws IOException, UnfitException {
        out.writeStartObject();
        writeComponents(value, out);
        out.writeEndObject();
    }

    void writeComponents(Object value, JsonGenerator out) throws IOException, UnfitException {
        if (value.getClass() != type().raw()) {
            throw new UnfitException("it is a " + value.getClass().getName());
        }
        for (int i = 0; i < components.size(); i++) {
            out.writeFieldName(access.names().get(i));
            components.get(i).write(access.read(value, i), out);
        }
    }

    @Override
    Object readPresent(JsonParser in) throws IOException, UnfitException {
        expect(JsonToken.START_OBJECT, in);
        in.nextToken();
        return readComponents(in, "");
    }

    /** Reads the rest of an object; the parser is at a name, or at its end. {@code ignored} is the name of what is no component. */
    Object readComponents(JsonParser in, String ignored) throws IOException, UnfitException {
        @Nullable Object[] values = new @Nullable Object[components.size()];
        boolean[] isThere = new boolean[components.size()];
        while (in.currentToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            if (name.equals(ignored)) {
                in.skipChildren();
            } else {
                int place = place(name, isThere);
                values[place] = components.get(place).read(in);
            }
            in.nextToken();
        }
        requireAll(isThere);
        return access.make(values);
    }

    private int place(String name, boolean[] isThere) throws UnfitException {
        Integer place = places.get(name);
        if (place == null) {
            throw new UnfitException("'" + name + "' was written, and is no component of it any more");
        }
        if (isThere[place]) {
            throw new UnfitException("'" + name + "' is there twice");
        }
        isThere[place] = true;
        return place;
    }

    private void requireAll(boolean[] isThere) throws UnfitException {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < isThere.length; i++) {
            if (!isThere[i]) {
                missing.add("'" + access.names().get(i) + "'");
            }
        }
        if (!missing.isEmpty()) {
            throw new UnfitException(String.join(" and ", missing) + " was not written");
        }
    }

    @Override
    ObjectNode describe(Schemas schemas) {
        return schemas.refer(type(), all -> describe(all, null));
    }

    /** Its schema; as a subtype it says which one it is. */
    ObjectNode describe(Schemas schemas, @Nullable String subtype) {
        ObjectNode schema = Schemas.ofType("object").put("title", type().raw().getSimpleName());
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        if (subtype != null) {
            properties.putObject(SealedShape.DISCRIMINATOR).put("const", subtype);
            required.add(SealedShape.DISCRIMINATOR);
        }
        for (int i = 0; i < components.size(); i++) {
            ObjectNode component = components.get(i).describe(schemas);
            properties.set(access.names().get(i), access.isNullable(i) ? Schemas.orNull(component) : component);
            required.add(access.names().get(i));
        }
        return schema.put("additionalProperties", false);
    }
}
