package dev.hypergraph4j.durability;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.durability.graphs.Printing;
import dev.hypergraph4j.durability.graphs.Receiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * A world that outlives its processes: a file that any number of them append lines to, each on disk when this returns. Who reads it counts the first line
 * of each effect id, and no other, as a receiver does that knows effects by their ids.
 */
final class WorldFile implements Receiver, AutoCloseable {
    private final FileChannel file;
    private final LongSupplier clock;

    WorldFile(Path path, LongSupplier clock) {
        this.clock = clock;
        try {
            this.file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void accept(NodeContext context, String effect) {
        hesitate(context);
        append(World.EFFECT, context.effectId(), effect);
        System.out.println("ran " + context.path());
        hesitate(context);
    }

    /** What must not be done twice takes its time before and after: enough die there. */
    private static void hesitate(NodeContext context) {
        if (context.path().equals(Printing.ONCE)) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Adds a line. */
    synchronized void append(String kind, String id, String text) {
        byte[] line =
                (kind + "\t" + id + "\t" + text + "\t" + clock.getAsLong() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            int written = file.write(ByteBuffer.wrap(line));
            if (written != line.length) {
                throw new IOException("only " + written + " bytes written");
            }
            file.force(false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
