package dev.hypergraph4j.samples.agent;

import dev.hypergraph4j.samples.agent.Message.Asked;
import dev.hypergraph4j.samples.agent.Message.Exchange;
import dev.hypergraph4j.samples.agent.Problem.Part;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stands in for a language model where there is none. It understands arithmetic, written in signs or words, with and without units, and computes
 * nothing itself: it has each quantity converted to the unit that is wanted, and then the numbers calculated.
 */
final class RulePlanner implements Llm {
    private static final MathContext SHOWN = new MathContext(10);

    @Override
    public Step next(List<Message> messages, List<Tool> tools) {
        try {
            return next(Problem.of(question(messages)), messages);
        } catch (NotUnderstoodException unclear) {
            return new Answer("Sorry. " + unclear.getMessage()
                    + " Ask me about arithmetic and units, as in: How many miles are 42 km plus 1500 m?");
        }
    }

    private static String question(List<Message> messages) {
        return messages.stream()
                .filter(Asked.class::isInstance)
                .map(message -> ((Asked) message).question())
                .findFirst()
                .orElse("");
    }

    private static Step next(Problem problem, List<Message> messages) {
        Map<Part, String> numbers = new HashMap<>();
        for (Part quantity : problem.quantities()) {
            if (UnitTable.unit(quantity.unit()).equals(UnitTable.unit(problem.target()))) {
                numbers.put(quantity, quantity.text());
                continue;
            }
            ToolCall call = call("convert", messages)
                    .with(Map.of("value", quantity.text(), "from", quantity.unit(), "to", problem.target()));
            Optional<Exchange> done = exchange(call, messages);
            if (done.isEmpty() || done.get().failed()) {
                return done.<Step>map(RulePlanner::failure).orElse(call);
            }
            numbers.put(quantity, done.get().result());
        }
        return calculated(problem, problem.text(part -> numbers.getOrDefault(part, part.text())), messages);
    }

    private static Step calculated(Problem problem, String expression, List<Message> messages) {
        if (problem.parts().size() == 1) {
            return answer(problem, expression);
        }
        ToolCall call = call("calculate", messages).with(Map.of("expression", expression));
        Optional<Exchange> done = exchange(call, messages);
        if (done.isEmpty()) {
            return call;
        }
        return done.get().failed()
                ? failure(done.get())
                : answer(problem, done.get().result());
    }

    private static ToolCall call(String tool, List<Message> messages) {
        return new ToolCall("call-" + messages.size(), tool, Map.of());
    }

    private static Optional<Exchange> exchange(ToolCall call, List<Message> messages) {
        return messages.stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .filter(exchange -> exchange.call().asksForTheSame(call))
                .findFirst();
    }

    private static Answer failure(Exchange exchange) {
        return new Answer("Sorry. " + exchange.result());
    }

    private static Answer answer(Problem problem, String result) {
        BigDecimal exact = new BigDecimal(result);
        BigDecimal shown = Calculator.plain(exact.round(SHOWN));
        return new Answer(problem.text(Part::toString)
                + (shown.compareTo(exact) == 0 ? " = " : " ≈ ")
                + shown.toPlainString()
                + (problem.target() == null ? "" : " " + problem.target()));
    }
}
