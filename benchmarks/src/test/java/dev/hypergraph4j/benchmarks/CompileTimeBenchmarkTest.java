package dev.hypergraph4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.benchmarks.compile.Cost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared compiles, each in its own process. */
class CompileTimeBenchmarkTest {

    @ParameterizedTest
    @EnumSource
    void everyVariantCompilesAndTellsWhatItTook(Variant variant) throws IOException {
        CompileTimeProject ten = CompileTimeProject.TEN.as(variant);

        CompileTimes times = new CompileTimeBenchmark(Path.of("target")).measure(List.of(ten), 1);

        assertThat(times.of(ten, variant, Cost::cpuMillis).median()).isPositive();
        assertThat(times.of(ten, variant, Cost::heapBytes).median()).isPositive();
    }
}
