package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputSpecTest {
    private final InputSpec spec = InputSpec.of(
            "rag",
            InputSpec.required("question", String.class, "String"),
            InputSpec.optional("topK", int.class, "int", "5"),
            InputSpec.required("docs", List.class, "List<Doc>"),
            InputSpec.optional("hint", String.class, "String", ""));

    @Test
    void inputsAreInTheirOrder() {
        assertThat(spec.names()).containsExactly("question", "topK", "docs", "hint");
        assertThat(spec.inputs()).extracting(InputSpec.Input::name).isEqualTo(spec.names());
        assertThat(spec.required()).containsExactly("question", "docs");
        assertThat(spec.optional()).containsExactly("topK", "hint");
        assertThat(spec.bound()).isEmpty();
        assertThat(spec.seeds()).isEmpty();
    }

    @Test
    void inputIsFoundByItsName() {
        assertThat(spec.input("topK")).isEqualTo(new InputSpec.Input("topK", int.class, "int", false, "5", false));
        assertThat(spec.input("docs")).isEqualTo(new InputSpec.Input("docs", List.class, "List<Doc>", true, "", false));
    }

    @Test
    void boundInputsAreNotRequired() {
        InputSpec bound = spec.withBound(Set.of("hint", "question"));

        assertThat(bound.required()).containsExactly("docs");
        assertThat(bound.optional()).containsExactly("topK", "hint");
        assertThat(bound.bound()).containsExactly("question", "hint");
        assertThat(spec.bound()).isEmpty();
    }

    @Test
    void textShowsDefaultsAndWhatIsBound() {
        assertThat(spec).hasToString("rag(String question, int topK = 5, List<Doc> docs, String hint)");
        assertThat(spec.withBound(Set.of("topK")))
                .hasToString("rag(String question, int topK (bound) = 5, List<Doc> docs, String hint)");
        assertThat(InputSpec.of("empty")).hasToString("empty()");
    }

    @Test
    void listsCannotBeChanged() {
        assertThatThrownBy(() -> spec.names().add("more")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> spec.inputs().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void valuesThatFitAreTaken() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("docs", List.of("a"));
        values.put("topK", (short) 7);
        values.put("question", "why?");

        assertThat(spec.checked(values))
                .containsExactly(entry("docs", List.of("a")), entry("topK", 7), entry("question", "why?"));
        assertThat(spec.checked(Map.of())).isEmpty();
    }

    @Test
    void valuesOfTheWrongTypeAreRefused() {
        assertThatThrownBy(() -> spec.checked(Map.of("topK", 7L))).isInstanceOf(GraphConfigException.class);
        assertThatThrownBy(() -> spec.checked(Map.of("topK", "7"))).isInstanceOf(GraphConfigException.class);
        assertThatThrownBy(() -> spec.checked(Map.of("docs", "a"))).isInstanceOf(GraphConfigException.class);
        assertThatThrownBy(() -> spec.checked(Map.of("hint", 7))).isInstanceOf(GraphConfigException.class);
    }

    @Test
    void nullIsRefusedForOptionalInputsToo() {
        assertThatThrownBy(() -> spec.checked(Collections.singletonMap("question", null)))
                .isInstanceOf(GraphConfigException.class)
                .hasMessageContaining("takes String, not null.");
        assertThatThrownBy(() -> spec.checked(Collections.singletonMap("hint", null)))
                .isInstanceOf(GraphConfigException.class);
    }

    @Test
    void typeOfAnAnonymousValueIsNamed() {
        Object anonymous = new Object() {};

        assertThatThrownBy(() -> spec.checked(Map.of("hint", anonymous)))
                .hasMessageContaining("takes String, not " + InputSpecTest.class.getName() + "$");
    }

    @Test
    void longValuesAreCutInMessages() {
        assertThatThrownBy(() -> spec.checked(Map.of("topK", "7".repeat(1_000))))
                .hasMessageContaining("given : " + "7".repeat(100) + "...\n");
        assertThatThrownBy(() -> spec.checked(Map.of("topK", "7".repeat(100))))
                .hasMessageContaining("given : " + "7".repeat(100) + "\n");
    }

    @Test
    void unknownNamesAreRefused() {
        assertThatThrownBy(() -> spec.checked(Map.of("topk", 7)))
                .isInstanceOf(GraphConfigException.class)
                .hasMessageContaining("Did you mean 'topK' (int)?");
        assertThatThrownBy(() -> spec.checked(Map.of("weather", 7)))
                .isInstanceOf(GraphConfigException.class)
                .hasMessageNotContaining("Did you mean");
        assertThatThrownBy(() -> spec.input("sub.question")).isInstanceOf(GraphConfigException.class);
    }

    @Test
    void missingInputsAreThoseRequiredAndNotGiven() {
        assertThat(spec.missing(Set.of("topK")).missing()).containsExactly("question", "docs");
        assertThat(spec.missing(Set.of("question")).missing()).containsExactly("docs");
    }
}
