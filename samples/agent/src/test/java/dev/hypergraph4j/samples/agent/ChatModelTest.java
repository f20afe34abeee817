package dev.hypergraph4j.samples.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.samples.agent.Message.Asked;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client, against a service on this machine that speaks the protocol. */
class ChatModelTest {
    private static final String CALL = """
            {"choices": [{"message": {"role": "assistant", "content": null, "tool_calls": [{"id": "c1", "type": "function",
              "function": {"name": "%s", "arguments": "%s"}}]}}]}""";
    private static final String ANSWER =
            "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": \" It is 26.1 miles. \"}}]}";

    private final List<JsonNode> requests = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final Queue<String> responses = new ArrayDeque<>();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", this::respond);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void callsOfToolsGoBackAndForth() {
        responses.add(
                CALL.formatted("convert", "{\\\"value\\\": 42, \\\"from\\\": \\\"km\\\", \\\"to\\\": \\\"miles\\\"}"));
        responses.add(ANSWER);

        RunResult<AssistantOutputs> result = ask();

        assertThat(result.outputs().answer()).isEqualTo("It is 26.1 miles.");
        JsonNode first = requests.get(0);
        assertThat(first.path("model").asText()).isEqualTo("small");
        assertThat(first.at("/messages/1").toString())
                .isEqualTo("{\"role\":\"user\",\"content\":\"How many miles are 42 km?\"}");
        assertThat(first.at("/tools").findValuesAsText("name")).containsExactly("calculate", "convert");
        JsonNode second = requests.get(1).path("messages");
        assertThat(second.at("/2/tool_calls/0/id").asText()).isEqualTo("c1");
        assertThat(second.at("/3/role").asText()).isEqualTo("tool");
        assertThat(second.at("/3/tool_call_id").asText()).isEqualTo("c1");
        assertThat(second.at("/3/content").asText()).startsWith("26.0975900");
        assertThat(keys).containsOnly("Bearer secret");
    }

    @Test
    void argumentsThatAreNoJsonAreToldToTheModel() {
        responses.add(CALL.formatted("calculate", "2 + 2"));
        responses.add(ANSWER);

        ask();

        assertThat(requests.get(1).at("/messages/3/content").asText())
                .isEqualTo("calculate needs the argument 'expression'.");
    }

    @Test
    void refusalSaysWhatToCheck() {
        status = 401;
        responses.add("no such key");

        assertThatThrownBy(this::ask)
                .hasRootCauseInstanceOf(AgentException.class)
                .rootCause()
                .hasMessageContaining("answered with status 401: no such key")
                .hasMessageNotContaining("secret");
    }

    @Test
    void answerThatIsNoJsonIsExplained() {
        responses.add("<html>");

        assertThatThrownBy(this::ask).cause().hasMessageContaining("something that is no JSON");
    }

    @Test
    void serviceThatIsNotThereIsExplained() {
        server.stop(0);

        assertThatThrownBy(this::ask).cause().hasMessageContaining("Is it running? Check OPENAI_BASE_URL.");
    }

    private RunResult<AssistantOutputs> ask() {
        String address = "http://localhost:" + server.getAddress().getPort() + "/v1";
        Llm llm = new ChatModel(new Endpoint(address, "secret", "small"));
        return Conversation.hold(Assistant.graph(llm), List.of(new Asked("How many miles are 42 km?")), prompt -> true);
    }

    private void respond(HttpExchange exchange) throws IOException {
        requests.add(new ObjectMapper().readTree(exchange.getRequestBody()));
        keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] body = responses.remove().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
