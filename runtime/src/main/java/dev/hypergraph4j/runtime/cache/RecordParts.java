package dev.hypergraph4j.runtime.cache;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to read the components of a type of records. Looked up once a type. */
final class RecordParts {
    private static final ClassValue<RecordParts> OF = new ClassValue<>() {
        @Override
        protected RecordParts computeValue(Class<?> type) {
            return new RecordParts(type);
        }
    };

    private final Class<?> type;
    private final List<Method> accessors;

    private RecordParts(Class<?> type) {
        this.type = type;
        this.accessors = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .toList();
        // Most records are not public. Where the module does not allow it, reading says so.
        accessors.forEach(Method::trySetAccessible);
    }

    static RecordParts of(Class<?> type) {
        return OF.get(type);
    }

    List<Method> accessors() {
        return accessors;
    }

    @Nullable
    Object read(Method accessor, Object instance) throws UnstableValueException {
        try {
            return accessor.invoke(instance);
        } catch (IllegalAccessException closed) {
            throw UnstableValueException.holds(
                    type,
                    "whose components can't be read: its module is to open " + type.getPackageName()
                            + " to dev.hypergraph4j.runtime");
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Error error) {
                throw error;
            }
            throw UnstableValueException.holds(type, "whose " + accessor.getName() + "() threw " + thrown.getCause());
        }
    }
}
