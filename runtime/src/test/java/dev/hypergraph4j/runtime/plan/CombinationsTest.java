package dev.hypergraph4j.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.runtime.plan.Combinations.Axis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CombinationsTest {
    private static final Axis LETTERS = new Axis("letter", List.of("a", "b", "c"));
    private static final Axis NUMBERS = new Axis("number", List.of(1, 2, 3));
    private static final Axis TWO = new Axis("two", List.of(1, 2));
    private static final Axis NONE = new Axis("none", List.of());

    @Test
    void zipPutsTheFirstWithTheFirst() {
        assertThat(all(MapMode.ZIP, LETTERS, NUMBERS)).containsExactly("[a, 1]", "[b, 2]", "[c, 3]");
    }

    @Test
    void productPutsEachWithEachAndChangesTheLastFastest() {
        assertThat(all(MapMode.PRODUCT, TWO, LETTERS))
                .containsExactly("[1, a]", "[1, b]", "[1, c]", "[2, a]", "[2, b]", "[2, c]");
        assertThat(all(MapMode.PRODUCT, TWO, TWO, TWO))
                .containsExactly(
                        "[1, 1, 1]",
                        "[1, 1, 2]",
                        "[1, 2, 1]",
                        "[1, 2, 2]",
                        "[2, 1, 1]",
                        "[2, 1, 2]",
                        "[2, 2, 1]",
                        "[2, 2, 2]");
    }

    @Test
    void oneInputIsItself() {
        assertThat(all(MapMode.ZIP, TWO)).containsExactly("[1]", "[2]");
        assertThat(all(MapMode.PRODUCT, TWO)).containsExactly("[1]", "[2]");
    }

    @Test
    void whereNothingIsThereIsNoCombination() {
        assertThat(all(MapMode.ZIP, NONE, NONE)).isEmpty();
        assertThat(all(MapMode.PRODUCT, NONE, TWO)).isEmpty();
        assertThat(all(MapMode.PRODUCT, TWO, NONE)).isEmpty();
        assertThatThrownBy(() -> of(MapMode.ZIP, NONE).next()).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> of(MapMode.PRODUCT, NONE).next()).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> of(MapMode.ZIP)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void zippedCollectionsOfDifferentSizesAreRefusedAtOnce() {
        assertThatThrownBy(() -> of(MapMode.ZIP, LETTERS, TWO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("letter has 3, two has 2");
    }

    @Test
    void otherZippedIterablesOfDifferentLengthsAreRefusedWhenTheFirstEnds() {
        Axis lazy = new Axis("lazy", () -> Stream.<Object>of(1, 2).iterator());
        Iterator<Object[]> combinations = of(MapMode.ZIP, lazy, LETTERS);
        combinations.next();
        combinations.next();

        assertThatThrownBy(combinations::hasNext).hasMessage("lazy has 2, letter has 3");
        Iterator<Object[]> reversed = of(
                MapMode.ZIP,
                TWO,
                new Axis("lazy", () -> Stream.<Object>of(1, 2, 3).iterator()));
        reversed.next();
        reversed.next();
        assertThatThrownBy(reversed::next).hasMessage("two has 2, lazy has more");
    }

    @Test
    void firstInputMayBeEndless() {
        Axis endless = new Axis(
                "endless", () -> Stream.<Object>iterate(0, i -> (Integer) i + 1).iterator());
        Iterator<Object[]> combinations = of(MapMode.PRODUCT, endless, LETTERS);

        for (int i = 0; i < 3_000; i++) {
            assertThat(combinations.next()).containsExactly(i / 3, letter(i));
        }
        assertThat(combinations.hasNext()).isTrue();
    }

    private static String letter(int i) {
        return List.of("a", "b", "c").get(i % 3);
    }

    private static List<String> all(MapMode mode, Axis... axes) {
        List<String> all = new ArrayList<>();
        of(mode, axes).forEachRemaining(combination -> all.add(Arrays.toString(combination)));
        return all;
    }

    private static Iterator<Object[]> of(MapMode mode, Axis... axes) {
        return Combinations.of(
                mode,
                List.of(axes),
                (input, values, other, others) ->
                        new IllegalStateException(input + " has " + values + ", " + other + " has " + others));
    }
}
