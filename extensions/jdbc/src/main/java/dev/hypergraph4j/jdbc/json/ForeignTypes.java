package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types that Jackson modules of the user write and read. Jackson's own ways with beans don't count: they lose what they don't know. */
final class ForeignTypes {
    private static final String JACKSONS_OWN = "com.fasterxml.jackson.databind.";

    private final @Nullable ObjectMapper mapper;

    ForeignTypes(List<Module> modules) {
        if (modules.isEmpty()) {
            mapper = null;
        } else {
            mapper = new ObjectMapper();
            mapper.registerModules(modules);
        }
    }

    /** The shape of a type that a module writes and reads; {@code null} for others. */
    @Nullable
    Shape of(ValueType type) {
        if (mapper == null) {
            return null;
        }
        JavaType javaType = javaType(type, mapper);
        return isWritten(javaType, mapper) ? new ForeignShape(type, this, javaType) : null;
    }

    ObjectWriter writer(JavaType type) {
        return mapper().writerFor(type);
    }

    ObjectReader reader(JavaType type) {
        return mapper().readerFor(type);
    }

    private ObjectMapper mapper() {
        if (mapper == null) {
            throw new IllegalStateException("there are no modules");
        }
        return mapper;
    }

    private static boolean isWritten(JavaType type, ObjectMapper mapper) {
        try {
            JsonSerializer<?> serializer =
                    mapper.getSerializerProviderInstance().findValueSerializer(type);
            return !serializer.getClass().getName().startsWith(JACKSONS_OWN);
        } catch (JsonMappingException none) {
            return false;
        }
    }

    private static JavaType javaType(ValueType type, ObjectMapper mapper) {
        JavaType[] arguments = type.arguments().stream()
                .map(argument -> javaType(argument, mapper))
                .toArray(JavaType[]::new);
        if (type.raw().isArray()) {
            return mapper.getTypeFactory().constructArrayType(arguments[0]);
        }
        return arguments.length == 0
                ? mapper.getTypeFactory().constructType(type.raw())
                : mapper.getTypeFactory().constructParametricType(type.raw(), arguments);
    }
}
