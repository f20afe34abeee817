package dev.hypergraph4j.progress;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** Bars for a terminal, one below the other, redrawn in their places ten times a second. */
final class Bars implements Display {
    private static final int MILLIS_BETWEEN_DRAWINGS = 100;

    private final PrintStream out;
    private final int width;

    /**
     * Bars on {@code out}.
     *
     * @param width how many columns there are; 0 to ask the terminal
     */
    Bars(PrintStream out, int width) {
        this.out = out;
        this.width = width;
    }

    @Override
    public Meter open(String label, int depth, long total) {
        return new Bar(ProgressBar.builder()
                .setTaskName("  ".repeat(depth) + label)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLIS_BETWEEN_DRAWINGS)
                .setConsumer(new InteractiveConsoleProgressBarConsumer(out, width == 0 ? -1 : width))
                .build());
    }

    private record Bar(ProgressBar bar) implements Meter {

        @Override
        public void show(long done, String detail) {
            bar.setExtraMessage(detail).stepTo(done);
        }

        @Override
        public void close(long done, String detail, Duration duration) {
            show(done, detail);
            bar.close();
        }
    }
}
