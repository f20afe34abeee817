package dev.hypergraph4j.benchmarks.compile;

/**
 * What a process of javac took.
 *
 * @param cpuMillis CPU time of all its threads from its start on, the JIT's and the garbage collector's among them
 * @param wallMillis time from its start to its end
 * @param heapBytes the most that the heap held, with what was garbage by then
 * @param residentBytes the most memory that the process had; 0 where the system does not tell
 */
public record Cost(double cpuMillis, double wallMillis, long heapBytes, long residentBytes) {

    static Cost parse(String line) {
        String[] figures = line.split(" ");
        return new Cost(
                Double.parseDouble(figures[0]),
                Double.parseDouble(figures[1]),
                Long.parseLong(figures[2]),
                Long.parseLong(figures[3]));
    }

    String line() {
        return cpuMillis + " " + wallMillis + " " + heapBytes + " " + residentBytes;
    }
}
