package dev.hypergraph4j.samples.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    private static final Map<String, String> COMPLETE =
            Map.of("OPENAI_BASE_URL", "http://localhost/v1", "OPENAI_API_KEY", "secret", "OPENAI_MODEL", "parrot");

    @Test
    void environmentNamesTheEndpoint() {
        assertThat(Endpoint.of(COMPLETE)).contains(new Endpoint("http://localhost/v1", "secret", "parrot"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPENAI_BASE_URL", "OPENAI_API_KEY", "OPENAI_MODEL"})
    void nothingLeavesTheMachineUnlessAllIsSet(String missing) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put(missing, " ");

        assertThat(Endpoint.of(environment)).isEmpty();
    }

    @Test
    void keyIsNotShown() {
        assertThat(Endpoint.of(COMPLETE).orElseThrow()).hasToString("parrot at http://localhost/v1");
    }
}
