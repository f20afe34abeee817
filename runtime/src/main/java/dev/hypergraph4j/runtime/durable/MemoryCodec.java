package dev.hypergraph4j.runtime.durable;

import java.lang.invoke.MethodType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Holds values as they are. */
final class MemoryCodec implements ValueCodec {

    @Override
    public Payload encode(Object value, Type type) {
        if (value == null) {
            throw new UnpersistableValueException(type.getTypeName(), "it is null", null);
        }
        return Payload.holding(value);
    }

    @Override
    public Object decode(Payload payload, Type type) {
        if (payload instanceof Payload.Reference held && classOf(type).isInstance(held.value())) {
            return held.value();
        }
        String what = payload instanceof Payload.Reference held
                ? held.value().getClass().getName()
                : payload.toString();
        throw new UnpersistableValueException(type.getTypeName(), "it is " + what, null);
    }

    @Override
    public String schema(Type type) {
        return "{}";
    }

    /** What is certain of a value of {@code type}: the class of its elements can't be told. */
    private static Class<?> classOf(Type type) {
        if (type instanceof Class<?> plain) {
            return MethodType.methodType(plain).wrap().returnType();
        }
        if (type instanceof ParameterizedType parameterized) {
            return classOf(parameterized.getRawType());
        }
        return type instanceof GenericArrayType ? Object[].class : Object.class;
    }
}
