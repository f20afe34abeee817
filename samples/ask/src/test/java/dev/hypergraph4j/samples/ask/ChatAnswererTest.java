package dev.hypergraph4j.samples.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatAnswererTest {
    private static final Section TEA =
            new Section("tea.md", 3, "Tea", List.of(Passage.prose("Tea is hot."), Passage.prose("Ada drinks it.")));
    private static final Section MILK = new Section("milk.md", 1, "Milk", List.of(Passage.prose("Milk is white.")));
    private static final Citation TEA_CITATION = new Citation(1, "tea.md", 3, "Tea");
    private static final Citation MILK_CITATION = new Citation(2, "milk.md", 1, "Milk");

    @Test
    void modelGetsTheQuestionAndTheSections() throws IOException {
        try (ChatService service = ChatService.saying("Ada [1]")) {
            answer(service.endpoint());

            assertThat(service.path).isEqualTo("/v1/chat/completions");
            assertThat(service.key).isEqualTo("Bearer secret");
            assertThat(service.request)
                    .contains("parrot", "Who drinks tea?")
                    .contains("[1] tea.md:3  Tea\\n\\nTea is hot.\\nAda drinks it.")
                    .contains("[2] milk.md:1  Milk\\n\\nMilk is white.");
        }
    }

    @Test
    void citationsAreTheSectionsThatTheModelNames() throws IOException {
        try (ChatService service = ChatService.saying("White. [2]")) {
            assertThat(answer(service.endpoint())).isEqualTo(new Reply("White. [2]", List.of(MILK_CITATION)));
        }
    }

    @Test
    void modelThatNamesNoSourceMayHaveUsedAny() throws IOException {
        try (ChatService service = ChatService.saying("Ada.")) {
            assertThat(answer(service.endpoint()).citations()).containsExactly(TEA_CITATION, MILK_CITATION);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, Check the OPENAI_* variables.",
        "401, Check OPENAI_API_KEY.",
        "403, Check OPENAI_API_KEY.",
        "404, Check OPENAI_BASE_URL (does it end with /v1?) and OPENAI_MODEL.",
        "429, 'Too many requests, or no credit left: wait, or look at your account.'",
        "500, The service has trouble of its own: try again later.",
    })
    void refusalIsExplained(int status, String advice) throws IOException {
        try (ChatService service = ChatService.refusing(status, "no such luck")) {
            assertThatThrownBy(() -> answer(service.endpoint()))
                    .isInstanceOf(AskException.class)
                    .hasMessage("parrot at " + service.endpoint().baseUrl() + " answered with status " + status
                            + ": {\"error\": {\"message\": \"no such luck\"}}\n" + advice
                            + "\nWithout the OPENAI_* variables the answer comes from the documents alone.");
        }
    }

    @Test
    void serviceThatSaysNothingIsExplained() throws IOException {
        try (ChatService service = ChatService.sending("{\"choices\": [{\"message\": {\"role\": \"assistant\"}}]}")) {
            assertThatThrownBy(() -> answer(service.endpoint()))
                    .isInstanceOf(AskException.class)
                    .hasMessageStartingWith(service.endpoint() + " gave no answer: its message has no text\n");
        }
    }

    @Test
    void serviceThatDoesNotRunIsExplained() throws IOException {
        Endpoint gone;
        try (ChatService service = ChatService.saying("")) {
            gone = service.endpoint();
        }

        assertThatThrownBy(() -> answer(gone))
                .isInstanceOf(AskException.class)
                .hasMessageStartingWith(gone + " gave no answer: ")
                .hasMessageContaining("\nIs it running? Check OPENAI_BASE_URL.\n");
    }

    private static Reply answer(Endpoint endpoint) {
        return new ChatAnswerer(endpoint)
                .answer("Who drinks tea?", List.of(quote(TEA, 1), quote(TEA, 0), quote(MILK, 0)));
    }

    private static Scored<Quote> quote(Section section, int passage) {
        return new Scored<>(new Quote(section, section.passages().get(passage)), 1);
    }
}
