package dev.hypergraph4j.samples.agent;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.IfElse;
import dev.hypergraph4j.Interrupt;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.Question;
import dev.hypergraph4j.Route;
import dev.hypergraph4j.Seed;
import dev.hypergraph4j.Subgraph;
import dev.hypergraph4j.samples.agent.Message.Exchange;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks a language model what to do next, does it, if a human agrees, and tells it what came out, until it answers.
 *
 * <p>The conversation is what closes the cycle: {@code plan} takes it, first from the caller and then, after each call of a tool, from
 * {@code remember}.
 */
@Graph(
        select = {"answer", "messages"},
        maxIterations = Assistant.MOST_TURNS)
@Subgraph(Toolbox.class)
public final class Assistant {
    /** Whoever calls more tools than this for one question has lost his way. */
    static final int MOST_TURNS = 20;

    private final Llm llm;

    public Assistant(Llm llm) {
        this.llm = llm;
    }

    /** The graph, with the tools in their box. */
    static AssistantGraph graph(Llm llm) {
        return AssistantGraph.create(new Assistant(llm), ToolboxGraph.create());
    }

    enum Next {
        act,
        answer
    }

    @Node(outputName = "step", kind = NodeKind.RPC)
    Step plan(@Seed List<Message> messages) {
        return llm.next(messages, Toolbox.TOOLS);
    }

    @Route
    static Next decide(Step step) {
        return step instanceof ToolCall ? Next.act : Next.answer;
    }

    @Node(outputName = "call")
    static ToolCall act(Step step) {
        return (ToolCall) step;
    }

    @Interrupt(answerName = "allowed")
    static Question<Boolean> ask(ToolCall call) {
        return Question.confirm("Call " + call + "?").withEvidence("call", call);
    }

    @IfElse(whenTrue = "toolbox", whenFalse = "forgo")
    static boolean isAllowed(boolean allowed) {
        return allowed;
    }

    @Node(outputName = "exchange")
    static Exchange forgo(ToolCall call) {
        return new Exchange(call, "This call was not allowed.", true);
    }

    @Node(outputName = "messages")
    static List<Message> remember(@Seed List<Message> messages, Exchange exchange) {
        return Stream.concat(messages.stream(), Stream.of(exchange)).toList();
    }

    @Node(outputName = "answer")
    static String answer(Step step) {
        return ((Answer) step).text();
    }
}
