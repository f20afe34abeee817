package dev.hypergraph4j.progress;

import java.io.PrintStream;
import java.time.Duration;

/** Lines for logs and pipes: at the beginning, at each tenth of the way (or, where that is not known, at 1, 10, 100 and so on), and at the end. */
final class Lines implements Display {
    private final PrintStream out;

    Lines(PrintStream out) {
        this.out = out;
    }

    @Override
    public Meter open(String label, int depth, long total) {
        String prefix = "  ".repeat(depth) + label + ": ";
        out.println(prefix + (total == Meter.UNKNOWN ? "begins" : "begins, 0 of " + total));
        return new Milestones(prefix, total);
    }

    private final class Milestones implements Meter {
        private final String prefix;
        private final long total;
        private long next;

        Milestones(String prefix, long total) {
            this.prefix = prefix;
            this.total = total;
            this.next = total == UNKNOWN ? 1 : atTenth(1);
        }

        @Override
        public void show(long done, String detail) {
            if (done < next || done == total) {
                return; // The last one is told by the end.
            }
            next = total == UNKNOWN ? done * 10 : atTenth(done * 10 / total + 1);
            out.println(prefix + count(done) + detail);
        }

        @Override
        public void close(long done, String detail, Duration duration) {
            out.println(prefix + count(done) + detail + ", " + Durations.text(duration));
        }

        private String count(long done) {
            return total == UNKNOWN ? String.valueOf(done) : done + " of " + total;
        }

        /** The first count of steps at which so many tenths are done. */
        private long atTenth(long tenths) {
            return (tenths * total + 9) / 10;
        }
    }
}
