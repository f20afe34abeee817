package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.UnpersistableValueException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the codec writes can be read back. */
abstract class ValuesContract extends ContractTest {

    ValuesContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void valuesAreReadAsTheyWereWritten() {
        assertThat(store.codec().decode(value("Ada"), String.class)).isEqualTo("Ada");
        assertThat(store.codec().decode(value(42), Integer.class)).isEqualTo(42);
        assertThat(store.codec().decode(value(42), int.class)).isEqualTo(42);
        assertThat(store.codec()
                        .decode(store.codec().encode(List.of("a", "b"), ValueTypes.STRINGS), ValueTypes.STRINGS))
                .isEqualTo(List.of("a", "b"));
    }

    @Test
    void equalValuesHaveTheSameCanonicalForm() {
        Map<String, String> names = new LinkedHashMap<>(Map.of("a", "Ada"));
        names.put("b", "Bob");
        Map<String, String> reversed = new LinkedHashMap<>(Map.of("b", "Bob"));
        reversed.put("a", "Ada");

        assertThat(canonical(names)).isEqualTo(canonical(reversed)).isNotEqualTo(canonical(Map.of("a", "Ada")));
    }

    private Payload canonical(Map<String, String> names) {
        Payload written = store.codec().encode(names, ValueTypes.STRING_BY_NAME);
        return store.codec().canonical(written, ValueTypes.STRING_BY_NAME);
    }

    @Test
    void valueOfAnotherTypeIsRefused() {
        Payload text = value("Ada");

        assertThatExceptionOfType(UnpersistableValueException.class)
                .isThrownBy(() -> store.codec().decode(text, Integer.class));
    }

    @Test
    void typesHaveASchema() {
        assertThat(store.codec().schema(String.class)).startsWith("{").endsWith("}");
    }

    @Test
    void longValueIsReadAsItWasWritten() {
        String longText = "0123456789abcdef".repeat(20_000);
        commit(runs("order-1"), started(STEP, 1), completed(STEP, 1, longText));

        assertThat(firstValue(recorded("order-1", STEP))).isEqualTo(longText);
    }
}
