package dev.hypergraph4j.samples.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BarChartTest {
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    @Test
    void barsAreProportionalAndTheOthersHaveNone() {
        Map<String, Long> sizes =
                Map.of("java.base", 6000L, "java.desktop", 3000L, "java.sql", 7L, "jdk.jfr", 6L, "jdk.net", 987L);

        assertThat(chart(sizes, 3)).isEqualTo("""
                        Classes
                          java.base          6,000   60.0 %  ##############################
                          java.desktop       3,000   30.0 %  ###############
                          jdk.net              987    9.9 %  #####
                          2 others              13    0.1 %""");
    }

    @Test
    void smallestCountCanBeSeen() {
        assertThat(chart(Map.of("many", 1_000_000L, "one", 1L, "two", 2L), 3)).isEqualTo("""
                        Classes
                          many   1,000,000  100.0 %  ##############################
                          two            2    0.0 %  #
                          one            1    0.0 %  #""");
    }

    @Test
    void oneOtherIsInTheSingular() {
        assertThat(chart(Map.of("a", 3L, "b", 1L), 1)).isEqualTo("""
                        Classes
                          a                 3   75.0 %  ##############################
                          1 other           1   25.0 %""");
    }

    @Test
    void nothingCountedIsSaid() {
        assertThat(chart(Map.of(), 3)).isEqualTo("Classes\n  none");
    }

    @Test
    void numbersAreTheSameEverywhere() {
        String here = chart(Map.of("many", 1_000_000L), 1);
        Locale.setDefault(Locale.GERMANY);

        assertThat(chart(Map.of("many", 1_000_000L), 1)).isEqualTo(here);
        assertThat(SvgDrawing.of(List.of(new BarChart("Classes", Ranking.of(Map.of("many", 1_000_000L), 1)))))
                .contains(">1,000,000<", "width='400.0'");
    }

    private static String chart(Map<String, Long> counts, int top) {
        return new BarChart("Classes", Ranking.of(counts, top)).text();
    }
}
