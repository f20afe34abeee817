package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The constants of an enum, by their names. */
final class EnumShape extends TextShape {

    EnumShape(ValueType type) {
        super(type, new Names(type.raw()));
    }

    private static final class Names implements Text {
        private final Map<String, Enum<?>> constants = new LinkedHashMap<>();

        Names(Class<?> type) {
            for (Object constant : type.getEnumConstants()) {
                Enum<?> each = (Enum<?>) constant;
                constants.put(each.name(), each);
            }
        }

        @Override
        public String of(Object value) throws UnfitException {
            if (value instanceof Enum<?> constant && constants.get(constant.name()) == constant) {
                return constant.name();
            }
            throw new UnfitException("it is a " + value.getClass().getName());
        }

        @Override
        public Object parse(String text) {
            Enum<?> constant = constants.get(text);
            if (constant == null) {
                throw new IllegalArgumentException("no constant " + text);
            }
            return constant;
        }

        @Override
        public ObjectNode schema() {
            ObjectNode schema = Schemas.node();
            ArrayNode names = schema.putArray("enum");
            constants.keySet().forEach(names::add);
            return schema;
        }
    }
}
