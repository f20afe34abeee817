package dev.hypergraph4j.jdbc.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.hypergraph4j.jdbc.json.Samples.Color;
import dev.hypergraph4j.jdbc.json.Samples.Line;
import dev.hypergraph4j.jdbc.json.Samples.Payment;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.UnpersistableValueException;
import dev.hypergraph4j.runtime.plan.GenericType;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What would not come back as it was is refused, and where it is is told. */
class JsonCodecRefusalTest {
    private final JsonCodec codec = JsonCodec.create();

    static Stream<Arguments> types() {
        return Stream.of(
                arguments(Object.class, "Object", "does not say what a value is"),
                arguments(List.class, "List -> Object", "does not say"),
                arguments(
                        Samples.HoldsObject.class,
                        "HoldsObject -> List<Part> -> Part -> Object",
                        "does not say what a value is"),
                arguments(Samples.HoldsPlain.class, "HoldsPlain -> Plain", "make it a record"),
                arguments(Samples.HoldsOpen.class, "HoldsOpen -> Map<String, Open> -> Open", "seal it"),
                arguments(Samples.Leaky.class, "Leaky -> LeakyOne", "make it a record"),
                arguments(GenericType.of(EnumSet.class, Color.class), "EnumSet<Color>", "declare it as a Set"),
                arguments(GenericType.of(TreeSet.class, String.class), "TreeSet<String>", "declare it as a Set"),
                arguments(
                        GenericType.of(TreeMap.class, String.class, String.class),
                        "TreeMap<String, String>",
                        "declare it as a Map"),
                arguments(CharSequence.class, "CharSequence", "seal it"),
                arguments(Number.class, "Number", "seal it"),
                arguments(StringBuilder.class, "StringBuilder", "make it a record"),
                arguments(GenericType.of(Samples.Endless.class, String.class), "...", "ever larger types"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void typeIsRefusedWithThePathToTheOffender(Type type, String path, String why) {
        assertThatExceptionOfType(UnpersistableValueException.class)
                .isThrownBy(() -> codec.schema(type))
                .withMessageContaining("path : " + path)
                .withMessageContaining(why);
    }

    @Test
    void valueThatIsNoneOfItsTypeIsRefused() {
        refused(
                () -> codec.encode(Set.of("a"), GenericType.of(Collection.class, String.class)),
                "comes back as another");
        refused(() -> codec.encode("a", Integer.class), "java.lang.String");
        refused(
                () -> codec.encode(Map.of("\uD83D", 1), GenericType.of(Map.class, String.class, Integer.class)),
                "half a character");
        refused(
                () -> codec.encode(List.of("a"), GenericType.of(List.class, Integer.class)),
                "List<Integer> -> Integer");
        refused(() -> codec.encode(new Locale("x", "y", "z"), Locale.class), "no language tag of its own");
    }

    @Test
    void mapThatMayHaveEqualKeysTwiceIsRefused() {
        IdentityHashMap<Object, Integer> byIdentity = new IdentityHashMap<>();
        byIdentity.put("a", 1);

        refused(
                () -> codec.encode(byIdentity, GenericType.of(Map.class, String.class, Integer.class)),
                "it is a java.util.IdentityHashMap");
        refused(
                () -> codec.encode(byIdentity, GenericType.of(Map.class, Line.class, Integer.class)),
                "it is a java.util.IdentityHashMap");
    }

    @Test
    void valueThatContainsItselfIsRefused() {
        Samples.Tree deep = new Samples.Tree("leaf", List.of());
        List<Samples.Tree> branches = new ArrayList<>();
        Samples.Tree cyclic = new Samples.Tree("root", branches);
        branches.add(cyclic);
        for (int i = 0; i < 10_000; i++) {
            deep = new Samples.Tree("node", List.of(deep));
        }
        Samples.Tree deepest = deep;
        refused(() -> codec.encode(cyclic, Samples.Tree.class), "nested too deep, or contains itself");
        refused(() -> codec.encode(deepest, Samples.Tree.class), "nested too deep, or contains itself");
    }

    @Test
    void valueWhoseComponentsCanNotBeReadIsRefused() {
        refused(() -> codec.encode(new Samples.Broken("x"), Samples.Broken.class), "name() threw");
    }

    @Test
    void valueIsNeitherPrintedNorCompared() {
        Payload written = codec.encode(new Samples.Grumpy("x"), Samples.Grumpy.class);

        assertThat(((Samples.Grumpy) codec.decode(written, Samples.Grumpy.class)).name())
                .isEqualTo("x");
    }

    @Test
    void nullWhereNoneCanBeIsRefused() {
        record Hidden(Optional<String> maybe) {}

        refused(() -> codec.encode(new Hidden(null), Hidden.class), "Hidden -> Optional<String>");
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("{\"article\":\"a\",\"count\":1,\"price\":2}", Line.class, "'price' was written"),
                arguments("{\"article\":\"a\"}", Line.class, "'count' was not written"),
                arguments("{\"article\":\"a\",\"article\":\"b\",\"count\":1}", Line.class, "'article' is there twice"),
                arguments("{\"article\":\"a\",\"count\":null}", Line.class, "Line -> int"),
                arguments("{\"article\":\"a\",\"count\":\"1\"}", Line.class, "written as a string"),
                arguments("{\"article\":\"a\",\"count\":1.5}", Line.class, "written as a number"),
                arguments("{\"article\":\"a\",\"count\":99999999999}", Line.class, "'99999999999' is no int"),
                arguments("[1]", Line.class, "written as an array, not an object"),
                arguments("\"BLUE\"", Color.class, "'BLUE' is no Color"),
                arguments("{\"@type\":\"Cheque\"}", Payment.class, "'Cheque' is none of its subtypes"),
                arguments("{\"cents\":1}", Payment.class, "does not say by @type"),
                arguments("\"2026-02-30\"", LocalDate.class, "is no LocalDate"),
                arguments("\"1-1-1-1-1\"", UUID.class, "is no UUID"),
                arguments("null", String.class, "it is null"),
                arguments("1 2", int.class, "more is written than one value"),
                arguments("{\"a\":1,\"a\":2}", GenericType.of(Map.class, String.class, Integer.class), "there twice"),
                arguments("[\"a\",\"a\"]", GenericType.of(Set.class, String.class), "there twice"),
                arguments("{\"positive\":-1}", Samples.Picky.class, "constructor of Picky threw"),
                arguments("{", Line.class, "can't be read"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textOfNoValueIsRefused(String text, Type type, String why) {
        refused(() -> codec.decode(codec.ofJson(text), type), why);
    }

    @Test
    void payloadOfAnotherFormIsRefused() {
        refused(() -> codec.decode(Payload.of(new byte[] {9, '1'}), int.class), "form 9");
        refused(() -> codec.decode(Payload.of(new byte[0]), int.class), "not written by this codec");
        refused(() -> codec.decode(Payload.holding(1), int.class), "not written by this codec");
    }

    @Test
    void typesThatAModuleWritesAreAccepted() {
        SimpleModule module = new SimpleModule()
                .addSerializer(new PlainSerializer())
                .addDeserializer(Samples.Plain.class, new PlainDeserializer());
        JsonCodec extended = JsonCodec.with(List.of(module));
        Samples.Plain plain = new Samples.Plain();
        plain.field = 7;

        Payload written = extended.encode(new Samples.HoldsPlain(plain), Samples.HoldsPlain.class);

        assertThat(extended.json(written)).isEqualTo("{\"plain\":7}");
        Samples.HoldsPlain read = (Samples.HoldsPlain) extended.decode(written, Samples.HoldsPlain.class);
        assertThat(read.plain().field).isEqualTo(7);
        refused(() -> extended.schema(StringBuilder.class), "make it a record");
    }

    private static void refused(ThrowingCallable attempt, String why) {
        assertThatExceptionOfType(UnpersistableValueException.class)
                .isThrownBy(attempt)
                .withMessageContaining(why);
    }

    private static final class PlainSerializer extends StdSerializer<Samples.Plain> {
        private static final long serialVersionUID = 1;

        PlainSerializer() {
            super(Samples.Plain.class);
        }

        @Override
        public void serialize(Samples.Plain value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(value.field);
        }
    }

    private static final class PlainDeserializer extends StdDeserializer<Samples.Plain> {
        private static final long serialVersionUID = 1;

        PlainDeserializer() {
            super(Samples.Plain.class);
        }

        @Override
        public Samples.Plain deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Samples.Plain plain = new Samples.Plain();
            plain.field = in.getIntValue();
            return plain;
        }
    }
}
