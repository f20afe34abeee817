package dev.hypergraph4j.jdbc.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hypergraph4j.jdbc.json.Samples.Card;
import dev.hypergraph4j.jdbc.json.Samples.Cash;
import dev.hypergraph4j.jdbc.json.Samples.Color;
import dev.hypergraph4j.jdbc.json.Samples.Instalments;
import dev.hypergraph4j.jdbc.json.Samples.Invoice;
import dev.hypergraph4j.jdbc.json.Samples.Line;
import dev.hypergraph4j.jdbc.json.Samples.Ok;
import dev.hypergraph4j.jdbc.json.Samples.Order;
import dev.hypergraph4j.jdbc.json.Samples.Pair;
import dev.hypergraph4j.jdbc.json.Samples.Payment;
import dev.hypergraph4j.jdbc.json.Samples.Result;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.plan.GenericType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random values come back as they were, and are what the schema of their type says. */
class JsonCodecRandomTest {
    private static final Type TYPE = GenericType.of(
            Pair.class,
            GenericType.of(List.class, GenericType.of(Result.class, Order.class)),
            GenericType.of(Map.class, String.class, GenericType.of(Pair.class, Payment.class, Instant.class)));

    private final JsonCodec codec = JsonCodec.create();
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(codec.schema(TYPE), InputFormat.JSON);

    private Random random = new Random(0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void randomValueComesBackAndFitsItsSchema(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            Object value = new Pair<>(some(this::result), byText());

            Payload written = codec.encode(value, TYPE);

            assertThat(codec.decode(written, TYPE)).isEqualTo(value);
            assertThat(schema.validate(codec.json(written), InputFormat.JSON)).isEmpty();
        }
    }

    private <T> List<T> some(Supplier<T> element) {
        List<T> list = new ArrayList<>();
        while (random.nextInt(4) > 0) {
            list.add(element.get());
        }
        return list;
    }

    private Result<Order> result() {
        return new Ok<>(order());
    }

    private Order order() {
        Map<Color, Long> counts = new EnumMap<>(Color.class);
        some(() -> random.nextBoolean() ? Color.RED : Color.GREEN)
                .forEach(color -> counts.put(color, random.nextLong()));
        return new Order(
                new UUID(random.nextLong(), random.nextLong()),
                some(() -> new Line(text(), random.nextInt())),
                random.nextBoolean() ? Optional.empty() : Optional.of(text()),
                random.nextBoolean() ? null : date(),
                counts);
    }

    private Map<String, Pair<Payment, Instant>> byText() {
        Map<String, Pair<Payment, Instant>> map = new LinkedHashMap<>();
        some(this::text).forEach(text -> map.put(text.replaceAll("\\p{Cs}", "?"), new Pair<>(payment(), instant())));
        return map;
    }

    private Payment payment() {
        return switch (random.nextInt(5)) {
            case 0 -> new Cash(random.nextLong());
            case 1 -> new Card(text(), Duration.ofNanos(random.nextLong()));
            case 2 -> new Invoice(date());
            case 3 -> Samples.Currency.USD;
            default -> new Instalments(some(this::payment));
        };
    }

    private LocalDate date() {
        return LocalDate.ofEpochDay(random.nextInt(100_000));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        while (random.nextInt(6) > 0) {
            text.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(65_536)));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomNumbersComeBack(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            same(Double.longBitsToDouble(random.nextLong()), double.class);
            same(Float.intBitsToFloat(random.nextInt()), float.class);
            same(new BigInteger(random.nextInt(200), random), BigInteger.class);
            same(
                    new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(200) - 100),
                    BigDecimal.class);
            same(Duration.ofSeconds(random.nextLong() / 4, random.nextLong()), Duration.class);
            same((char) random.nextInt(65_536), char.class);
        }
    }

    private void same(Object value, Type type) {
        assertThat(codec.decode(codec.encode(value, type), type)).isEqualTo(value);
    }
}
