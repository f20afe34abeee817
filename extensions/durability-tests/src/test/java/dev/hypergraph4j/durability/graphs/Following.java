package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.runtime.Workflows;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** A node that follows a file of numbers, one a line, and has each become a workflow, for as long as its process lives. */
@Graph(durable = true)
public final class Following {
    private final Workflows workflows;
    private final ChainGraph chain;
    private final LongConsumer told;

    /** @param told is told how far the file has been read */
    public Following(Workflows workflows, ChainGraph chain, LongConsumer told) {
        this.workflows = workflows;
        this.chain = chain;
        this.told = told;
    }

    @Node(outputName = "read")
    long follow(String file, NodeContext context) throws IOException, InterruptedException {
        long position = workflows.cursor(file).orElse(0);
        while (!context.stopRequested()) {
            String lines = completeLines(Path.of(file), position);
            for (String line : lines.lines().toList()) {
                long begin = position;
                position += line.length() + 1;
                workflows.admit(file, position, chain, "line at " + begin, ChainInputs.of(Integer.parseInt(line)));
                context.checkpoint(position);
                told.accept(position);
            }
            Thread.sleep(2);
        }
        throw new InterruptedException("it has not come to its end");
    }

    private static String completeLines(Path file, long position) throws IOException {
        try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
            byte[] more = new byte[(int) (input.length() - position)];
            input.seek(position);
            input.readFully(more);
            String text = new String(more, StandardCharsets.US_ASCII);
            return text.substring(0, text.lastIndexOf('\n') + 1);
        }
    }
}
