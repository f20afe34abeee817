package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.Take;
import org.jspecify.annotations.Nullable;

/**
 * A value that an unknown name may have meant.
 *
 * @param give where it comes from; {@code null} where no node gives it
 * @param origin where it comes from or who takes it, as messages say it: {@code from Retrieval.retrieve}
 */
record Candidate(String name, ValueType type, @Nullable Give give, String origin) {

    static Candidate of(Give give) {
        String origin = "from " + give.node().method().display();
        return new Candidate(give.value(), give.port().type(), give, origin);
    }

    static Candidate of(Take take) {
        String origin = "taken by " + take.node().method().display();
        return new Candidate(take.value(), take.parameter().type(), null, origin);
    }

    static Candidate of(GraphInput input, String graph) {
        return new Candidate(input.name(), input.type(), null, "an input of " + graph);
    }

    /** What follows "Did you mean": {@code 'docs' (List<Doc>, from Retrieval.retrieve)}. */
    String display(Spelling spelling) {
        return "'%s' (%s, %s)".formatted(name, spelling.type(type), origin);
    }
}
