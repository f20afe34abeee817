package dev.hypergraph4j.samples.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** A language model behind a service that speaks OpenAI's chat completion protocol. */
final class ChatModel implements Llm {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Endpoint endpoint;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final ChatProtocol protocol = new ChatProtocol(json);

    ChatModel(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Step next(List<Message> messages, List<Tool> tools) {
        try {
            String request = json.writeValueAsString(protocol.request(endpoint.model(), messages, tools));
            return protocol.step(read(send(request)));
        } catch (IOException unreachable) {
            throw new AgentException(
                    endpoint + " gave no answer: " + unreachable + "\nIs it running? Check " + Endpoint.BASE_URL + ".",
                    unreachable);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AgentException("Interrupted while waiting for " + endpoint + ".", stop);
        }
    }

    private String send(String request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(endpoint.chatCompletions())
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + endpoint.apiKey())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(request))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AgentException(endpoint + " answered with status " + response.statusCode() + ": "
                    + response.body() + "\nCheck the OPENAI_* variables.");
        }
        return response.body();
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException noJson) {
            throw new AgentException(
                    endpoint + " answered with something that is no JSON: does " + Endpoint.BASE_URL + " end with /v1?",
                    noJson);
        }
    }
}
