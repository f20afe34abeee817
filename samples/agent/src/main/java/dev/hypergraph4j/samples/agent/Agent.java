package dev.hypergraph4j.samples.agent;

import dev.hypergraph4j.runtime.InfiniteLoopException;
import dev.hypergraph4j.runtime.NodeExecutionException;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.samples.agent.Message.Asked;
import dev.hypergraph4j.samples.agent.Message.Exchange;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Answers a question with the help of tools, and shows how. */
public final class Agent {
    private static final String EXAMPLE = "How many miles are 42 km plus 1500 m?";

    private static final String ASK = "--ask";

    private final Llm llm;
    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;

    Agent(Llm llm, BufferedReader in, PrintStream out, PrintStream err) {
        this.llm = llm;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Asks what the arguments say, or a question of ours; with {@code --ask} before it, each call of a tool has to be allowed. */
    public static void main(String[] arguments) {
        Llm llm = Endpoint.of(System.getenv()).<Llm>map(ChatModel::new).orElseGet(RulePlanner::new);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        int status = new Agent(llm, in, System.out, System.err).run(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Prints the conversation, what the run did, and the graph; or else why there is no answer. */
    int run(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        Approval approval = words.remove(ASK) ? new TerminalApproval(in, out) : prompt -> true;
        String question = words.isEmpty() ? EXAMPLE : String.join(" ", words);
        AssistantGraph assistant = Assistant.graph(llm);
        try {
            print(Conversation.hold(assistant, List.of(new Asked(question)), approval), assistant);
            return 0;
        } catch (NodeExecutionException failed) {
            if (failed.getCause() instanceof AgentException explained) {
                err.println(explained.getMessage());
                return 1;
            }
            throw failed;
        } catch (InfiniteLoopException lost) {
            err.println("No answer after " + lost.iterations() + " calls of tools. Ask for less at once.");
            return 1;
        }
    }

    private void print(RunResult<AssistantOutputs> result, AssistantGraph assistant) {
        result.outputs().messages().forEach(this::print);
        out.println("Answer    " + result.outputs().answer());
        out.println();
        out.println(result.log().executionTrace());
        out.println(assistant.toMermaid());
        out.println();
        out.println(ToolboxGraph.create().toMermaid());
    }

    private void print(Message message) {
        if (message instanceof Asked asked) {
            out.println("Question  " + asked.question());
        } else if (message instanceof Exchange exchange) {
            out.println("Tool      " + exchange.call());
            out.println("          " + (exchange.failed() ? "failed: " : "-> ") + exchange.result());
        }
    }
}
