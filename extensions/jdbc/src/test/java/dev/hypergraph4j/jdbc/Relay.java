package dev.hypergraph4j.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A network between a store and its server, on which what was sent may stay on its way for long, though who sent it is told that the connection is lost. */
final class Relay implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private volatile @Nullable String wanted;
    private volatile @Nullable Held held;

    /** What stays on its way, and the thread that ends when the server is done with it. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Held(Socket server, byte[] bytes, Future<?> answers) {}

    Relay(int target) throws IOException {
        this.target = target;
        var unused = threads.submit(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Has the next that is sent and contains {@code text} stay on its way, and the connection be lost. */
    void hold(String text) {
        wanted = text;
    }

    boolean isHolding() {
        return held != null;
    }

    /** Has what was held arrive, if there is still somebody, and waits until the server is done with it. */
    void release() throws Exception {
        Held late = held;
        if (late == null) {
            throw new IllegalStateException("nothing is on its way");
        }
        try {
            late.server.getOutputStream().write(late.bytes);
            late.server.shutdownOutput();
        } catch (IOException gone) {
            // Nobody is there any more.
        }
        late.answers.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }

    private @Nullable Void listen() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            Future<?> answers = threads.submit(() -> answer(server, client));
            var unused = threads.submit(() -> send(client, server, answers));
        }
    }

    private @Nullable Void send(Socket client, Socket server, Future<?> answers) throws IOException {
        byte[] buffer = new byte[1 << 16];
        InputStream sent = client.getInputStream();
        OutputStream to = server.getOutputStream();
        int length = read(sent, buffer);
        while (length >= 0) {
            String text = wanted;
            if (text != null && new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains(text)) {
                wanted = null;
                held = new Held(server, Arrays.copyOf(buffer, length), answers);
                client.close();
                return null;
            }
            to.write(buffer, 0, length);
            length = read(sent, buffer);
        }
        server.close();
        return null;
    }

    private static @Nullable Void answer(Socket server, Socket client) throws IOException {
        byte[] buffer = new byte[1 << 16];
        InputStream answers = server.getInputStream();
        int length = read(answers, buffer);
        while (length >= 0) {
            if (!client.isClosed()) {
                client.getOutputStream().write(buffer, 0, length);
            }
            length = read(answers, buffer);
        }
        client.close();
        return null;
    }

    /** A connection that was reset has come to its end. */
    private static int read(InputStream from, byte[] buffer) {
        try {
            return from.read(buffer);
        } catch (IOException reset) {
            return -1;
        }
    }
}
