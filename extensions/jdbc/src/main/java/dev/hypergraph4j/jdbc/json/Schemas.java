package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON schema (draft 2020-12) in the making: types with a name are described once, and referred to. */
final class Schemas {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private final Map<ValueType, String> names = new LinkedHashMap<>();
    private final ObjectNode definitions = node();

    static String of(Shape shape) {
        Schemas schemas = new Schemas();
        ObjectNode described = shape.describe(schemas);
        ObjectNode root = node();
        root.put("$schema", DRAFT);
        root.setAll(described);
        if (!schemas.definitions.isEmpty()) {
            root.set("$defs", schemas.definitions);
        }
        return root.toString();
    }

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode ofType(String type) {
        return node().put("type", type);
    }

    /** What makes the description of a type. */
    @FunctionalInterface
    interface Description {
        ObjectNode of(Schemas schemas);
    }

    /** Refers to the description of a type, which may contain itself. */
    ObjectNode refer(ValueType type, Description description) {
        String name = names.get(type);
        if (name == null) {
            name = unusedName(type.name());
            names.put(type, name);
            definitions.set(name, node()); // Holds its place among those that it contains.
            definitions.set(name, description.of(this));
        }
        return node().put("$ref", "#/$defs/" + name);
    }

    /** The same, or null. */
    static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = node();
        ArrayNode anyOf = either.putArray("anyOf");
        anyOf.add(schema);
        anyOf.add(ofType("null"));
        return either;
    }

    private String unusedName(String typeName) {
        String plain = typeName.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_+$", "");
        String name = plain;
        for (int i = 2; names.containsValue(name); i++) {
            name = plain + "_" + i;
        }
        return name;
    }
}
