package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.internal.Suggestions;
import dev.hypergraph4j.processor.wire.Nesting;
import java.util.List;
import java.util.Optional;

/** What messages tell of the inputs of a nested graph. */
final class InputsOfNested {
    private InputsOfNested() {}

    /** The fact what the nested graph takes, and which of that was probably meant by {@code input}. */
    static Message withKnown(Message message, String input, Nesting nesting) {
        List<String> known = List.copyOf(nesting.graph().inputs().keySet());
        Message told = known.isEmpty() ? message : message.fact("takes", Lists.enumerated(known));
        Optional<String> guess = Suggestions.closest(input, known);
        return guess.isPresent() ? told.didYouMean("'" + guess.get() + "'").fix("write '" + guess.get() + "'") : told;
    }
}
