package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Modifier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The text of the values of one class.
 *
 * @param type only values of this very class: a subclass may hold more. An abstract one stands for the JDK's own implementations
 */
record Texts<T>(Class<T> type, Function<T, String> write, Function<String, T> read, Supplier<ObjectNode> schemas)
        implements TextShape.Text {

    @Override
    public String of(Object value) throws UnfitException {
        boolean isAbstract = Modifier.isAbstract(type.getModifiers());
        if (isAbstract ? !type.isInstance(value) : value.getClass() != type) {
            throw new UnfitException("it is a " + value.getClass().getName());
        }
        try {
            return write.apply(type.cast(value));
        } catch (IllegalArgumentException none) {
            throw new UnfitException(String.valueOf(none.getMessage()), none);
        }
    }

    @Override
    public Object parse(String text) {
        return read.apply(text);
    }

    @Override
    public ObjectNode schema() {
        return schemas.get();
    }
}
