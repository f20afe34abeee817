package dev.hypergraph4j.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ns",
        "PT-1S, 0 ns",
        "PT0.000000007S, 7 ns",
        "PT0.000000850S, 850 ns",
        "PT0.000000999S, 999 ns",
        "PT0.000001S, 1 us",
        "PT0.000001249S, 1.2 us",
        "PT0.00000125S, 1.3 us",
        "PT0.00000996S, 10 us",
        "PT0.0000104S, 10 us",
        "PT0.000850S, 850 us",
        "PT0.0009994S, 999 us",
        "PT0.0009995S, 1 ms",
        "PT0.0012S, 1.2 ms",
        "PT0.009S, 9 ms",
        "PT0.012S, 12 ms",
        "PT0.9994S, 999 ms",
        "PT0.9995S, 1s",
        "PT1S, 1s",
        "PT4.1S, 4.1s",
        "PT12.34S, 12.3s",
        "PT59.94S, 59.9s",
        "PT59.95S, 1m00s",
        "PT1M, 1m00s",
        "PT4M12S, 4m12s",
        "PT4M12.5S, 4m13s",
        "PT59M59.4S, 59m59s",
        "PT59M59.5S, 1h00m",
        "PT2H5M29S, 2h05m",
        "PT26H10M, 26h10m"
    })
    void durationIsSpelledInTheUnitThatFits(Duration duration, String spelled) {
        assertThat(DurationText.of(duration)).isEqualTo(spelled);
    }
}
