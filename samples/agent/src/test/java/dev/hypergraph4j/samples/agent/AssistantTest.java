package dev.hypergraph4j.samples.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.AsyncRunner;
import dev.hypergraph4j.runtime.InfiniteLoopException;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.samples.agent.Message.Asked;
import dev.hypergraph4j.samples.agent.Message.Exchange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The loop, with language models of few words. */
class AssistantTest {
    private static final List<Message> QUESTION = List.of(new Asked("How much is 2 + 2?"));

    @Test
    void toolsAreCalledUntilThereIsAnAnswer() {
        RunResult<AssistantOutputs> result = run((messages, tools) -> messages.size() < 3
                ? call("calculate", Map.of("expression", "2 + " + messages.size()))
                : new Answer("Enough."));

        assertThat(answer(result)).isEqualTo("Enough.");
        assertThat(exchanges(result)).extracting(Exchange::result).containsExactly("3", "4");
        assertThat(result.log().stats("plan").count()).isEqualTo(3);
        assertThat(result.child("toolbox").skipped()).containsExactly("convert", "refuse");
    }

    @Test
    void whatIsKnownIsAnsweredAtOnce() {
        RunResult<AssistantOutputs> result = run((messages, tools) -> new Answer("4"));

        assertThat(answer(result)).isEqualTo("4");
        assertThat(result.outputs().messages()).isEqualTo(QUESTION);
    }

    @Test
    void toolThatDoesNotExistIsRefusedAndTheModelIsTold() {
        RunResult<AssistantOutputs> result = run((messages, tools) -> messages.size() == 1
                ? call("wolframAlpha", Map.of("query", "2 + 2"))
                : new Answer(((Exchange) messages.get(1)).result()));

        assertThat(answer(result)).isEqualTo("There is no tool 'wolframAlpha'. The tools are: calculate, convert.");
    }

    @Test
    void wrongArgumentsAreToldToTheModel() {
        RunResult<AssistantOutputs> result = run((messages, tools) -> switch (messages.size()) {
            case 1 -> call("calculate", Map.of("formula", "2 + 2"));
            case 2 -> call("calculate", Map.of("expression", "2 +"));
            case 3 -> call("convert", Map.of("value", "two", "from", "km", "to", "m"));
            case 4 -> call("convert", Map.of("value", "2", "from", "parsec", "to", "m"));
            case 5 -> call("convert", Map.of("value", "2", "from", "km", "to", "hours"));
            default -> new Answer("I give up.");
        });

        assertThat(exchanges(result)).allMatch(Exchange::failed);
        assertThat(exchanges(result).get(0).result()).isEqualTo("calculate needs the argument 'expression'.");
        assertThat(exchanges(result).get(1).result()).startsWith("'2 +' can't be computed: ");
        assertThat(exchanges(result).get(2).result()).isEqualTo("'two' is no number.");
        assertThat(exchanges(result).get(3).result()).isEqualTo("There is no unit 'parsec' here.");
        assertThat(exchanges(result).get(4).result())
                .isEqualTo("'km' can't be converted to 'hours': they measure different things.");
    }

    @Test
    void callThatIsNotAllowedIsToldToTheModel() {
        Llm llm = (messages, tools) -> messages.size() == 1
                ? call("calculate", Map.of("expression", "2 + 2"))
                : new Answer(((Exchange) messages.get(1)).result());

        RunResult<AssistantOutputs> result = Conversation.hold(Assistant.graph(llm), QUESTION, prompt -> false);

        assertThat(answer(result)).isEqualTo("This call was not allowed.");
        assertThat(result.skipped()).containsExactly("toolbox");
    }

    @Test
    void modelThatNeverAnswersIsEnded() {
        assertThatThrownBy(() -> run((messages, tools) -> call("calculate", Map.of("expression", "1"))))
                .isInstanceOfSatisfying(
                        InfiniteLoopException.class,
                        endless -> assertThat(endless.iterations()).isEqualTo(Assistant.MOST_TURNS));
    }

    @Test
    void bothRunnersGiveTheSame() {
        List<Message> question = List.of(new Asked("How many miles are 42 km plus 1500 m?"));
        AssistantGraph assistant = Assistant.graph(new RulePlanner());

        assertThat(hold(assistant.with(AsyncRunner.create()), question).outputs())
                .isEqualTo(hold(assistant, question).outputs());
    }

    private static RunResult<AssistantOutputs> run(Llm llm) {
        return hold(Assistant.graph(llm), QUESTION);
    }

    private static RunResult<AssistantOutputs> hold(AssistantGraph assistant, List<Message> question) {
        return Conversation.hold(assistant, question, prompt -> true);
    }

    private static String answer(RunResult<AssistantOutputs> result) {
        return result.outputs().answer();
    }

    private static ToolCall call(String tool, Map<String, String> arguments) {
        return new ToolCall("1", tool, arguments);
    }

    private static List<Exchange> exchanges(RunResult<AssistantOutputs> result) {
        return result.outputs().messages().stream()
                .skip(1)
                .map(Exchange.class::cast)
                .toList();
    }
}
