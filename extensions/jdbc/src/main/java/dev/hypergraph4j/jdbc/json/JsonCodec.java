package dev.hypergraph4j.jdbc.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.Module;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.UnpersistableValueException;
import dev.hypergraph4j.runtime.durable.ValueCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes values as JSON, and reads them back exactly or not at all. The declared type alone decides what is written and what is made of it; no name
 * of a class is read from the store.
 *
 * <p>It takes primitives and their boxes, strings, enums, {@code BigInteger}, {@code BigDecimal}, {@code UUID}, {@code URI}, {@code Locale},
 * {@code Currency}, the values of {@code java.time}, arrays, {@code Optional} and its kin, {@code List}, {@code Set}, {@code Map} and
 * {@code Map.Entry}, records of such values, and sealed types whose subtypes are records and enums, which are told by their simple names in
 * {@code "@type"}; and what a Jackson module writes.
 *
 * <p>A payload is a byte that says the version of the form, and the JSON text in UTF-8.
 */
public final class JsonCodec implements ValueCodec {
    private static final byte VERSION = 1;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** Makes what writes to {@code bytes}. */
    @FunctionalInterface
    private interface Output {
        JsonGenerator to(OutputStream bytes) throws IOException;
    }

    private final ForeignTypes foreign;
    private final Map<ValueType, Shape> shapes = new ConcurrentHashMap<>();

    /** By shape: whether its values may have sets or maps in them. */
    private final Map<Shape, Boolean> hasUnordered = new ConcurrentHashMap<>();

    private JsonCodec(List<Module> modules) {
        foreign = new ForeignTypes(modules);
    }

    /** The codec. */
    public static JsonCodec create() {
        return new JsonCodec(List.of());
    }

    /** The codec, with types that Jackson modules write and read. */
    public static JsonCodec with(List<Module> modules) {
        return new JsonCodec(modules);
    }

    @Override
    public Payload encode(Object value, Type type) {
        return encode(value, shape(type), JSON::createGenerator);
    }

    /** What is recorded keeps the order that sets and maps have; this is written from it only where there may be any. */
    @Override
    public Payload canonical(Payload written, Type type) {
        Shape shape = shape(type);
        if (!hasUnordered.computeIfAbsent(shape, Unordered::isIn)) {
            return written;
        }
        Object value;
        try {
            value = decode(written, type);
        } catch (UnpersistableValueException ofOtherCode) {
            return written;
        }
        return encode(value, shape, bytes -> new CanonicalGenerator(JSON, bytes));
    }

    private static Payload encode(Object value, Shape shape, Output output) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(VERSION);
        try (JsonGenerator out = output.to(bytes)) {
            shape.write(value, out);
        } catch (UnfitException unfit) {
            throw new UnpersistableValueException(unfit.path(), unfit.why(), unfit);
        } catch (StreamConstraintsException | StackOverflowError deep) {
            throw new UnpersistableValueException(
                    shape.type().name(), "it is nested too deep, or contains itself", deep);
        } catch (IOException | RuntimeException broken) {
            throw new UnpersistableValueException(
                    shape.type().name(),
                    "it could not be read: " + broken.getClass().getName(),
                    broken);
        }
        return Payload.of(bytes.toByteArray());
    }

    @Override
    public Object decode(Payload payload, Type type) {
        Shape shape = shape(type);
        byte[] bytes = bytes(payload);
        try (JsonParser in = JSON.createParser(bytes, 1, bytes.length - 1)) {
            in.nextToken();
            Object value = shape.read(in);
            if (value == null) {
                throw new UnfitException("it is null").inside(shape.type());
            }
            if (in.nextToken() != null) {
                throw new UnfitException("more is written than one value").inside(shape.type());
            }
            return value;
        } catch (UnfitException unfit) {
            throw new UnpersistableValueException(unfit.path(), "what is recorded is none: " + unfit.why(), unfit);
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            throw new UnpersistableValueException(
                    shape.type().name(), "what is recorded can't be read: " + damaged.getMessage(), damaged);
        }
    }

    @Override
    public String schema(Type type) {
        return Schemas.of(shape(type));
    }

    /** The JSON text of a value that was written down, to look at. */
    public String json(Payload payload) {
        byte[] bytes = bytes(payload);
        return new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
    }

    /** A value from its JSON text. Whether it is one of the type that it is wanted as shows when it is read. */
    public Payload ofJson(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[text.length + 1];
        bytes[0] = VERSION;
        System.arraycopy(text, 0, bytes, 1, text.length);
        return Payload.of(bytes);
    }

    private Shape shape(Type type) {
        ValueType declared = ValueType.of(type);
        Shape before = shapes.get(declared);
        if (before != null) {
            return before;
        }
        Shapes search = new Shapes(foreign, shapes);
        try {
            Shape shape = search.of(declared);
            shapes.putAll(search.found());
            return shape;
        } catch (UnfitException unfit) {
            throw new UnpersistableValueException(unfit.path(), unfit.why(), unfit);
        }
    }

    private static byte[] bytes(Payload payload) {
        if (!(payload instanceof Payload.Bytes written) || written.bytes().length == 0) {
            throw new UnpersistableValueException("Payload", "it was not written by this codec", null);
        }
        if (written.bytes()[0] != VERSION) {
            throw new UnpersistableValueException(
                    "Payload",
                    "it is written in form " + written.bytes()[0] + ", which this program does not know",
                    null);
        }
        return written.bytes();
    }
}
