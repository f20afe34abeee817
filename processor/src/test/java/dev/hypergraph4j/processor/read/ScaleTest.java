package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What reading takes grows with the sources and no faster. Of the time it takes the benchmarks tell. */
class ScaleTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void memoryGrowsWithTheNumberOfMethods() {
        allocated(100); // Loads what is loaded once.
        long small = allocated(2_000);
        long large = allocated(8_000);
        // Four times the methods; a quadratic step would take sixteen times as much.
        assertThat(large).isLessThan(6 * small);
    }

    private static long allocated(int methods) {
        String body = "int more = in%1$d + 1; for (int i = 0; i < more; i++) { more += i * %1$d; } return more;";
        String method =
                "@Node(outputName = \"out%1$d\") int f%1$d(@Default(\"1\") int in%1$d, Optional<String> other) { "
                        + body + " }\n";
        String source = IntStream.range(0, methods).mapToObj(method::formatted).collect(Collectors.joining());
        long[] bytes = {0};
        Reading.of("package p; class X { " + source + " }").firstRound((reader, environment, round) -> {
            long start = THREADS.getCurrentThreadAllocatedBytes();
            assertThat(reader.nodeClass(Reading.type(environment, "p.X")).methods())
                    .hasSize(methods);
            bytes[0] = THREADS.getCurrentThreadAllocatedBytes() - start;
        });
        return bytes[0];
    }
}
