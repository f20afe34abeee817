package dev.hypergraph4j.samples.agent;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service that speaks OpenAI's chat completion protocol, local or remote.
 *
 * @param baseUrl its address up to the version: {@code https://api.openai.com/v1}
 * @param apiKey the key it asks for; any text where it asks for none
 * @param model the name of the model
 */
record Endpoint(String baseUrl, String apiKey, String model) {
    static final String BASE_URL = "OPENAI_BASE_URL";
    static final String API_KEY = "OPENAI_API_KEY";
    static final String MODEL = "OPENAI_MODEL";

    /** The endpoint that environment variables name; none unless all three are set, so that no question leaves by accident. */
    static Optional<Endpoint> of(Map<String, String> environment) {
        boolean complete = List.of(BASE_URL, API_KEY, MODEL).stream()
                .noneMatch(name -> environment.getOrDefault(name, "").isBlank());
        return complete
                ? Optional.of(new Endpoint(environment.get(BASE_URL), environment.get(API_KEY), environment.get(MODEL)))
                : Optional.empty();
    }

    URI chatCompletions() {
        return URI.create((baseUrl.endsWith("/") ? baseUrl : baseUrl + "/") + "chat/completions");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return model + " at " + baseUrl;
    }
}
