package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reading takes time that grows with the sources and no faster. */
class ScaleTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void timeGrowsWithTheNumberOfMethods() {
        measure(1_000);
        long small = measure(2_000);
        long large = measure(8_000);
        // Four times the methods; a quadratic step would take sixteen times as long.
        assertThat(large).isLessThan(10 * small);
    }

    private static long measure(int methods) {
        String body = "int more = in%1$d + 1; for (int i = 0; i < more; i++) { more += i * %1$d; } return more;";
        String method =
                "@Node(outputName = \"out%1$d\") int f%1$d(@Default(\"1\") int in%1$d, Optional<String> other) { "
                        + body + " }\n";
        String source = IntStream.range(0, methods).mapToObj(method::formatted).collect(Collectors.joining());
        long[] nanos = {0};
        Reading.of("package p; class X { " + source + " }").firstRound((reader, environment, round) -> {
            long start = THREADS.getCurrentThreadCpuTime();
            assertThat(reader.nodeClass(Reading.type(environment, "p.X")).methods())
                    .hasSize(methods);
            nanos[0] = THREADS.getCurrentThreadCpuTime() - start;
        });
        return nanos[0];
    }
}
