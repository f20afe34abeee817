package dev.hypergraph4j.benchmarks.durable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process and its children, as Linux tells of them in {@code /proc}. What a child used that has ended is added to what its parent waited for, so
 * nothing is lost and nothing counts twice. On other systems nothing is known, and all times are 0.
 */
final class Processes {
    private static final Path PROC = Path.of("/proc");
    private static final long NANOS_A_TICK = 10_000_000; // USER_HZ is 100 wherever Linux runs.

    // Places in /proc/<pid>/stat behind the name, which is in brackets and may have blanks
    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int USER_TIME_OF_ENDED = 13;
    private static final int SYSTEM_TIME_OF_ENDED = 14;

    private final long parent;

    private Processes(long parent) {
        this.parent = parent;
    }

    /** The parent of a process that runs, with all its children. */
    static Processes withParentOf(long child) {
        String[] fields = Files.isDirectory(PROC) ? fields(PROC.resolve(Long.toString(child))) : new String[0];
        return new Processes(fields.length == 0 ? 0 : Long.parseLong(fields[PARENT]));
    }

    long cpuNanos() {
        if (parent == 0) {
            return 0;
        }
        try (var processes = Files.list(PROC)) {
            return processes.mapToLong(this::ticks).sum() * NANOS_A_TICK;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private long ticks(Path process) {
        String[] fields = fields(process);
        if (fields.length == 0) {
            return 0;
        }
        long own = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
        if (process.getFileName().toString().equals(Long.toString(parent))) {
            return own + Long.parseLong(fields[USER_TIME_OF_ENDED]) + Long.parseLong(fields[SYSTEM_TIME_OF_ENDED]);
        }
        return fields[PARENT].equals(Long.toString(parent)) ? own : 0;
    }

    /** Empty where it is no process, or has just ended. */
    private static String[] fields(Path process) {
        if (!Character.isDigit(process.getFileName().toString().charAt(0))) {
            return new String[0];
        }
        try {
            String stat = Files.readString(process.resolve("stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (IOException ended) {
            return new String[0];
        }
    }
}
