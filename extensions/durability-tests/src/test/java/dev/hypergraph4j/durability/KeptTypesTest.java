package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.poison.EverythingInputs;
import dev.hypergraph4j.jdbc.json.JsonCodec;
import dev.hypergraph4j.runtime.durable.Payload;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the compiler lets into a durable graph, the store's codec gives back as it was. */
class KeptTypesTest {
    private static final int TRIALS = 200;

    private final JsonCodec codec = JsonCodec.create();

    static Stream<Named<ResolvedType>> types() {
        return Arrays.stream(EverythingInputs.class.getRecordComponents()).map(KeptTypesTest::type);
    }

    private static Named<ResolvedType> type(RecordComponent component) {
        return Named.of(component.getGenericType().getTypeName(), ResolvedType.of(component.getGenericType()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void valueComesBackAsItWas(ResolvedType type) {
        Seeds.each(TRIALS, seed -> {
            Object value = new RandomValues(seed).of(type);

            Payload written = codec.encode(value, type.type());
            Object read = codec.decode(written, type.type());

            // By content, since arrays are not equal by theirs.
            assertThat(read)
                    .usingRecursiveComparison()
                    .withEqualsForType(Double::equals, Double.class)
                    .withEqualsForType(Float::equals, Float.class)
                    .isEqualTo(value);
            assertThat(codec.encode(read, type.type())).isEqualTo(written);
        });
    }
}
