package dev.hypergraph4j.samples.agent;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Somebody wants a tool to be called. Neither the tool nor the arguments need to exist: a language model may have made them up.
 *
 * @param id what the language model calls this call
 * @param tool the tool's name
 * @param arguments its arguments, by name
 */
public record ToolCall(String id, String tool, Map<String, String> arguments) implements Step {

    /** Copies the map. */
    public ToolCall {
        arguments = Map.copyOf(arguments);
    }

    /** The same call with these arguments. */
    ToolCall with(Map<String, String> newArguments) {
        return new ToolCall(id, tool, newArguments);
    }

    /** Whether the other call asks for the same, under whatever id. */
    boolean asksForTheSame(ToolCall other) {
        return tool.equals(other.tool) && arguments.equals(other.arguments);
    }

    /** The argument of this name. */
    String argument(String name) {
        String argument = arguments.get(name);
        if (argument == null || argument.isBlank()) {
            throw new ToolException(tool + " needs the argument '" + name + "'.");
        }
        return argument;
    }

    /** {@code convert(from: km, to: mi, value: 42)}. */
    @Override
    public String toString() {
        return new TreeMap<>(arguments)
                .entrySet().stream()
                        .map(argument -> argument.getKey() + ": " + argument.getValue())
                        .collect(Collectors.joining(", ", tool + "(", ")"));
    }
}
