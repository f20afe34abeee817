package dev.hypergraph4j.samples.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypergraph4j.samples.agent.Message.Asked;
import dev.hypergraph4j.samples.agent.Message.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes and reads the JSON of OpenAI's chat completions. */
final class ChatProtocol {
    private static final String INSTRUCTIONS = """
            Answer the question. Use the tools for every calculation and every conversion of units, one call at a time, and \
            do not compute yourself. When you know the answer, give it in one sentence.""";

    private final ObjectMapper json;

    ChatProtocol(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode request(String model, List<Message> messages, List<Tool> tools) {
        ObjectNode request = json.createObjectNode().put("model", model).put("parallel_tool_calls", false);
        ArrayNode said = request.putArray("messages");
        said.addObject().put("role", "system").put("content", INSTRUCTIONS);
        messages.forEach(message -> add(said, message));
        ArrayNode offered = request.putArray("tools");
        tools.forEach(tool -> describe(offered, tool));
        return request;
    }

    private void add(ArrayNode said, Message message) {
        if (message instanceof Asked asked) {
            said.addObject().put("role", "user").put("content", asked.question());
        } else if (message instanceof Exchange exchange) {
            ToolCall call = exchange.call();
            ObjectNode function = said.addObject()
                    .put("role", "assistant")
                    .putArray("tool_calls")
                    .addObject()
                    .put("id", call.id())
                    .put("type", "function")
                    .putObject("function");
            function.put("name", call.tool())
                    .put("arguments", json.valueToTree(call.arguments()).toString());
            said.addObject().put("role", "tool").put("tool_call_id", call.id()).put("content", exchange.result());
        }
    }

    private static void describe(ArrayNode offered, Tool tool) {
        ObjectNode function = offered.addObject().put("type", "function").putObject("function");
        ObjectNode parameters = function.put("name", tool.name())
                .put("description", tool.purpose())
                .putObject("parameters")
                .put("type", "object");
        ObjectNode properties = parameters.putObject("properties");
        ArrayNode required = parameters.putArray("required");
        tool.parameters().forEach((name, meaning) -> {
            properties.putObject(name).put("type", "string").put("description", meaning);
            required.add(name);
        });
    }

    /** What the model wants. Of several calls the first: it is told the result, and may come back to the others. */
    Step step(JsonNode response) {
        JsonNode message = response.path("choices").path(0).path("message");
        JsonNode call = message.path("tool_calls").path(0);
        if (!call.isMissingNode()) {
            JsonNode function = call.path("function");
            return new ToolCall(
                    call.path("id").asText(),
                    function.path("name").asText(),
                    arguments(function.path("arguments").asText()));
        }
        if (!message.path("content").isTextual()) {
            throw new AgentException("The model gave neither a text nor a tool call: " + response);
        }
        return new Answer(message.path("content").asText().strip());
    }

    /** What is no JSON object has no arguments: the tool says which it needs. */
    private Map<String, String> arguments(String text) {
        Map<String, String> arguments = new LinkedHashMap<>();
        try {
            json.readTree(text)
                    .properties()
                    .forEach(field ->
                            arguments.put(field.getKey(), field.getValue().asText()));
        } catch (JsonProcessingException malformed) {
            return Map.of();
        }
        return arguments;
    }
}
