package dev.hypergraph4j.samples.approval;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file to which lines are only added, each once: a line begins with the id of the message that it was written for. A line that a killed process has not
 * written to its end does not count. Several processes may write to it; in this one, one thread at a time.
 */
final class Ledger {
    private static final byte END_OF_LINE = '\n';

    private final Path file;

    Ledger(Path file) {
        this.file = file;
    }

    /** Adds a line that begins with {@code id}, unless there is one; gives whether it was added. */
    synchronized boolean add(String id, String line) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.lock(); // Until it is closed.
            byte[] content = read(channel);
            int end = endOfLastLine(content);
            if (lines(content, end).stream().anyMatch(known -> known.startsWith(id))) {
                return false;
            }
            channel.truncate(end);
            channel.position(end);
            write(channel, line + (char) END_OF_LINE);
            return true;
        }
    }

    /** Its lines; none where there is no such file yet. */
    List<String> lines() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        byte[] content = Files.readAllBytes(file);
        return lines(content, endOfLastLine(content));
    }

    private static byte[] read(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (content.hasRemaining() && channel.read(content) >= 0) {
            // Until all is read.
        }
        return content.array();
    }

    private static int endOfLastLine(byte[] content) {
        int end = content.length;
        while (end > 0 && content[end - 1] != END_OF_LINE) {
            end--;
        }
        return end;
    }

    private static List<String> lines(byte[] content, int end) {
        return new String(content, 0, end, StandardCharsets.UTF_8).lines().toList();
    }

    /** What has returned is on the disk. */
    private static void write(FileChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }
}
