package dev.hypergraph4j.samples.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the program prints. */
class AgentTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String input = "";

    @Test
    void conversationLogAndGraphArePrinted() {
        int status = agent(new RulePlanner()).run("How many miles", "are 42 km?");

        assertThat(status).isZero();
        assertThat(text(out)).startsWith("""
                        Question  How many miles are 42 km?
                        Tool      convert(from: km, to: miles, value: 42)
                                  -> 26.09759007396802672393223574325937
                        Answer    42 km ≈ 26.09759007 miles

                        """).contains("0 errors | slowest: ").contains("flowchart TD");
    }

    @Test
    void humanIsAskedBeforeEachCall() {
        input = "what?\ny\nYES\nn\n";

        agent(new RulePlanner()).run("--ask", "How many miles are 42 km plus 1500 m?");

        assertThat(text(out))
                .startsWith("Call convert(from: km, to: miles, value: 42)? [y/n] Please say y or n.")
                .contains("Call convert(from: m, to: miles, value: 1500)? [y/n] Call calculate(")
                .contains("failed: This call was not allowed.")
                .contains("Answer    Sorry. This call was not allowed.");
    }

    @Test
    void nobodyAtTheTerminalIsANo() {
        agent(new RulePlanner()).run("--ask", "2 + 2");

        assertThat(text(out)).contains("Answer    Sorry. This call was not allowed.");
    }

    @Test
    void modelThatNeverAnswersIsExplained() {
        ToolCall again = new ToolCall("1", "calculate", Map.of("expression", "1"));

        int status = agent((messages, tools) -> again).run();

        assertThat(status).isOne();
        assertThat(text(err))
                .isEqualTo("No answer after 20 calls of tools. Ask for less at once." + System.lineSeparator());
    }

    @Test
    void troubleWithTheModelIsExplained() {
        int status = agent((messages, tools) -> {
                    throw new AgentException("Check OPENAI_BASE_URL.");
                })
                .run();

        assertThat(status).isOne();
        assertThat(text(err)).isEqualTo("Check OPENAI_BASE_URL." + System.lineSeparator());
    }

    private Agent agent(Llm llm) {
        return new Agent(llm, new BufferedReader(new StringReader(input)), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
