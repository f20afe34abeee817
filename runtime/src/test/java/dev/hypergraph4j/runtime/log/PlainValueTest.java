package dev.hypergraph4j.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlainValueTest {

    private record Doc(String title) {}

    @Test
    void plainValuesStayThemselves() {
        for (Object plain : List.of("a", true, 1, 2L, 1.5, 1.5f, BigInteger.TEN)) {
            assertThat(PlainValue.of(plain)).isSameAs(plain);
        }
        assertThat(PlainValue.of(null)).isNull();
    }

    @Test
    void otherValuesAreTexts() {
        assertThat(PlainValue.of(new Doc("t"))).isEqualTo("Doc[title=t]");
        assertThat(PlainValue.of('c')).isEqualTo("c");
        assertThat(PlainValue.of(new AtomicInteger(3))).isEqualTo("3");
        assertThat(PlainValue.of(TimeUnit.DAYS)).isEqualTo("DAYS");
    }

    @Test
    void optionalIsWhatIsInIt() {
        assertThat(PlainValue.of(Optional.of(new Doc("t")))).isEqualTo("Doc[title=t]");
        assertThat(PlainValue.of(Optional.empty())).isNull();
    }

    @Test
    void collectionsAndArraysAreLists() {
        assertThat(PlainValue.of(new LinkedHashSet<>(List.of(1, 2)))).isEqualTo(List.of(1, 2));
        assertThat(PlainValue.of(new int[] {1, 2})).isEqualTo(List.of(1, 2));
        assertThat(PlainValue.of(new String[][] {{"a"}, {}})).isEqualTo(List.of(List.of("a"), List.of()));
        assertThat(PlainValue.of(Arrays.asList(1, null))).isEqualTo(Arrays.asList(1, null));
    }

    @Test
    void keysOfMapsAreTexts() {
        assertThat(PlainValue.of(Map.of(1, Set.of(2)))).isEqualTo(Map.of("1", List.of(2)));
        Map<Object, Object> withNull = new HashMap<>();
        withNull.put(null, null);
        assertThat(PlainValue.of(withNull)).isEqualTo(StrictJson.parse("{\"null\":null}"));
    }

    @Test
    void containerThatContainsItselfIsCut() {
        List<Object> endless = new ArrayList<>();
        endless.add(endless);
        endless.add(Map.of("again", endless));

        assertThat(PlainValue.of(endless)).isEqualTo(List.of("...", Map.of("again", "...")));
    }

    @Test
    void sameContainerTwiceIsShownTwice() {
        List<Integer> shared = List.of(1);

        assertThat(PlainValue.of(List.of(shared, shared))).isEqualTo(List.of(List.of(1), List.of(1)));
    }

    @Test
    void deepNestingIsCut() {
        Object nested = "bottom";
        for (int i = 0; i < 100_000; i++) {
            nested = List.of(nested);
        }

        assertThat(new JsonWriter().write(PlainValue.of(nested)).toString())
                .contains("\"...\"")
                .doesNotContain("bottom");
    }

    @Test
    void valueWhoseToStringFailsIsNamed() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException();
            }
        };

        assertThat(PlainValue.of(broken))
                .isEqualTo(broken.getClass().getName() + " (unreadable: java.lang.IllegalStateException)");
    }

    @Test
    void collectionThatCannotBeReadIsNamed() {
        List<Object> broken = new ArrayList<>() {
            @Override
            public int size() {
                throw new IllegalStateException();
            }
        };

        assertThat(PlainValue.of(List.of(1, broken)))
                .isEqualTo(List.of(1, broken.getClass().getName() + " (unreadable: java.lang.IllegalStateException)"));
    }
}
