package dev.hypergraph4j.samples.ask;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Speaks as much of the chat completion protocol as one answer needs, on a port of this machine. */
final class ChatService implements AutoCloseable {
    private final HttpServer server;
    private final int status;
    private final String response;

    // What was asked last
    volatile String path = "";
    volatile String key = "";
    volatile String request = "";

    private ChatService(int status, String response) throws IOException {
        this.status = status;
        this.response = response;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
    }

    /** A service whose model always says the same; {@code content} goes into JSON as it is. */
    static ChatService saying(String content) throws IOException {
        return sending("""
                {"id": "1", "object": "chat.completion", "created": 1, "model": "parrot",
                 "choices": [{"index": 0, "finish_reason": "stop",
                              "message": {"role": "assistant", "content": "%s"}}],
                 "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}}""".formatted(content));
    }

    /** A service that sends this. */
    static ChatService sending(String json) throws IOException {
        return new ChatService(200, json);
    }

    /** A service that refuses everything. */
    static ChatService refusing(int status, String reason) throws IOException {
        return new ChatService(status, "{\"error\": {\"message\": \"%s\"}}".formatted(reason));
    }

    Endpoint endpoint() {
        return new Endpoint("http://127.0.0.1:" + server.getAddress().getPort() + "/v1", "secret", "parrot");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            path = exchange.getRequestURI().getPath();
            key = exchange.getRequestHeaders().getFirst("Authorization");
            request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] bytes = response.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
