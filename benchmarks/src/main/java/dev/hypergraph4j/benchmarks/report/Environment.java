package dev.hypergraph4j.benchmarks.report;

import java.time.LocalDate;

/** Where figures come from. */
public final class Environment {
    private Environment() {}

    /** One line for above a table: JVM, system, cores, date. */
    public static String line() {
        return String.join(
                ", ",
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors() + " cores",
                LocalDate.now().toString());
    }
}
