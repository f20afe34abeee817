package dev.hypergraph4j.samples.agent;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Route;
import dev.hypergraph4j.samples.agent.Message.Exchange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The tools, each a node, and the gate that opens the one that was called.
 *
 * <p>A graph by itself, which {@link Assistant} has as one of its nodes.
 */
@Graph(select = "exchange")
public final class Toolbox {
    /** What there is to be called. */
    static final List<Tool> TOOLS = List.of(
            new Tool(
                    "calculate",
                    "Computes an arithmetic expression exactly.",
                    Map.of("expression", "numbers without units, + - * / ^, parentheses, sqrt(x): 2 * (3.5 + 4)")),
            new Tool(
                    "convert",
                    "Converts a quantity from one unit to another.",
                    Map.of(
                            "value", "a number: 42.195",
                            "from", "the unit that it is measured in: km",
                            "to", "the unit that is wanted: miles")));

    private Toolbox() {}

    enum Use {
        calculate,
        convert,
        refuse
    }

    @Route
    static Use choose(ToolCall call) {
        return switch (call.tool()) {
            case "calculate" -> Use.calculate;
            case "convert" -> Use.convert;
            default -> Use.refuse;
        };
    }

    @Node(outputName = "exchange")
    static Exchange calculate(ToolCall call) {
        return tried(call, () -> Calculator.evaluate(call.argument("expression")));
    }

    @Node(outputName = "exchange")
    static Exchange convert(ToolCall call) {
        return tried(call, () -> Converter.convert(call.argument("value"), call.argument("from"), call.argument("to")));
    }

    /** Language models make up tools. They mend it, if one tells them. */
    @Node(outputName = "exchange")
    static Exchange refuse(ToolCall call) {
        String names = String.join(", ", TOOLS.stream().map(Tool::name).toList());
        return new Exchange(call, "There is no tool '" + call.tool() + "'. The tools are: " + names + ".", true);
    }

    private static Exchange tried(ToolCall call, Supplier<BigDecimal> tool) {
        try {
            return new Exchange(call, tool.get().toPlainString(), false);
        } catch (ToolException faulty) {
            return new Exchange(call, faulty.getMessage(), true);
        }
    }
}
