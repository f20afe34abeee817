package dev.hypergraph4j.samples.ask;

import static java.util.stream.Collectors.joining;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lets a language model write the answer from the sections that were found. */
public final class ChatAnswerer implements Answerer {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String INSTRUCTIONS = """
            Answer the question from the sections below and from nothing else. Cite each section that you use by its \
            number, as in [1]. If the sections do not answer the question, say so. Be brief; write plain text, and code \
            where it helps.""";

    private final Endpoint endpoint;
    private final ChatModel model;

    public ChatAnswerer(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.model = OpenAiChatModel.builder()
                .baseUrl(endpoint.baseUrl())
                .apiKey(endpoint.apiKey())
                .modelName(endpoint.model())
                .timeout(PATIENCE)
                .maxRetries(0)
                .build();
    }

    @Override
    public Reply answer(String question, List<Scored<Quote>> quotes) {
        List<Section> sections =
                quotes.stream().map(quote -> quote.item().section()).distinct().toList();
        List<Citation> citations = IntStream.range(0, sections.size())
                .mapToObj(i -> Citation.of(i + 1, sections.get(i)))
                .toList();
        String context = citations.stream()
                .map(citation ->
                        citation + "\n\n" + sections.get(citation.number() - 1).text())
                .collect(joining("\n\n"));
        String answer = complete(context + "\n\nQuestion: " + question);
        return new Reply(answer, citedIn(answer, citations));
    }

    private String complete(String prompt) {
        try {
            AiMessage message = model.chat(SystemMessage.from(INSTRUCTIONS), UserMessage.from(prompt))
                    .aiMessage();
            return Objects.requireNonNull(message.text(), "its message has no text");
        } catch (RuntimeException e) {
            throw new AskException(explanation(e), e);
        }
    }

    /** A model that names no source may have used any. */
    private static List<Citation> citedIn(String answer, List<Citation> citations) {
        List<Citation> cited = citations.stream()
                .filter(citation -> answer.contains("[" + citation.number() + "]"))
                .toList();
        return cited.isEmpty() ? citations : cited;
    }

    private String explanation(RuntimeException failure) {
        Optional<HttpException> refusal = causes(failure)
                .filter(HttpException.class::isInstance)
                .map(HttpException.class::cast)
                .findFirst();
        String what = refusal.map(e -> "answered with status " + e.statusCode() + ": " + e.getMessage())
                .orElseGet(() -> "gave no answer: " + failure.getMessage());
        return endpoint + " " + what + "\n"
                + refusal.map(e -> advice(e.statusCode())).orElse("Is it running? Check " + Endpoint.BASE_URL + ".")
                + "\nWithout the OPENAI_* variables the answer comes from the documents alone.";
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 403 -> "Check " + Endpoint.API_KEY + ".";
            case 404 -> "Check " + Endpoint.BASE_URL + " (does it end with /v1?) and " + Endpoint.MODEL + ".";
            case 429 -> "Too many requests, or no credit left: wait, or look at your account.";
            default ->
                status >= 500
                        ? "The service has trouble of its own: try again later."
                        : "Check the OPENAI_* variables.";
        };
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
