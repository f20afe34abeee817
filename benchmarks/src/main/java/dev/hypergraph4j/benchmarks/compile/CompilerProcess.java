package dev.hypergraph4j.benchmarks.compile;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** The main class of a process that is javac, and says at its end what it took. */
final class CompilerProcess {
    private CompilerProcess() {}

    /** Takes javac's arguments. The last line of the output is that of a {@link Cost}. */
    public static void main(String[] arguments) throws IOException {
        int status = ToolProvider.getSystemJavaCompiler().run(null, System.out, System.out, arguments);
        if (status == 0) {
            System.out.println(cost().line());
        }
        System.exit(status);
    }

    private static Cost cost() throws IOException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double cpuMillis = system.getProcessCpuTime() / 1e6;
        double wallMillis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        return new Cost(cpuMillis, wallMillis, peakHeap(), peakResident());
    }

    /** An upper bound: the pools need not have had their peaks at once. */
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static long peakResident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
