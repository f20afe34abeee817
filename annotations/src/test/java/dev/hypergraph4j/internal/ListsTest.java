package dev.hypergraph4j.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListsTest {

    private static List<String> numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
    }

    @Test
    void listIsSpelledInTheOrderGiven() {
        assertThat(Lists.enumerated(List.of())).isEmpty();
        assertThat(Lists.enumerated(List.of("b"))).isEqualTo("b");
        assertThat(Lists.enumerated(List.of("b", "a"))).isEqualTo("b and a");
        assertThat(Lists.enumerated(List.of("b", "a", "c"))).isEqualTo("b, a and c");
    }

    @Test
    void tenElementsAreShownInFull() {
        assertThat(Lists.enumerated(numbers(10))).isEqualTo("1, 2, 3, 4, 5, 6, 7, 8, 9 and 10");
    }

    @Test
    void ofMoreThanTenTheRestIsCounted() {
        assertThat(Lists.enumerated(numbers(11))).isEqualTo("1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 1 more");
        assertThat(Lists.enumerated(numbers(1_000))).endsWith("9, 10 and 990 more");
    }

    @Test
    void namesAreQuotedEach() {
        assertThat(Lists.quoted(List.of("a", "b"))).isEqualTo("'a' and 'b'");
    }
}
