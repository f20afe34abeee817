package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Suggestions;
import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.Take;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which value was meant by a name: the closest one with a type that fits, else the closest of any.
 *
 * <p>A guess looks at every value of the graph. So that a graph of thousands of mistakes does not cost quadratic work, there is a limit to how many
 * are made; of as many errors most are never shown.
 */
final class Guesses {
    /** As many as a graph can have inputs, since each of them is looked at in a graph without mistakes, too. */
    private static final int MOST = 254;

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final Wiring wiring;
    private @Nullable Map<String, Candidate> produced;
    private final Map<String, Optional<Candidate>> missed = new HashMap<>();
    private int made;

    /**
     * A value that may have been meant.
     *
     * @param give where it comes from; {@code null} where it is an input
     * @param origin the same, for messages: {@code from Retrieval.retrieve}
     */
    record Candidate(String name, ValueType type, @Nullable Give give, String origin) {
        static Candidate of(Give give) {
            return new Candidate(
                    give.value(),
                    give.port().type(),
                    give,
                    "from " + give.node().method().display());
        }

        static Candidate of(Take take) {
            return new Candidate(
                    take.value(),
                    take.parameter().type(),
                    null,
                    "taken by " + take.node().method().display());
        }

        static Candidate of(GraphInput input, String graph) {
            return new Candidate(input.name(), input.type(), null, "an input of " + graph);
        }

        /** What follows "Did you mean": {@code 'docs' (List<Doc>, from Retrieval.retrieve)}. */
        String display(Spelling spelling) {
            return "'%s' (%s, %s)".formatted(name, spelling.type(type), origin);
        }
    }

    Guesses(Wiring wiring) {
        this.wiring = wiring;
    }

    /** What {@code name} may have meant among all that nodes give, also those that do not run. */
    Optional<Candidate> produced(String name, Predicate<ValueType> fits) {
        return closest(name, produced().values(), fits);
    }

    /** What the parameter may have meant: something that nodes give, or an input. */
    Optional<Candidate> takeable(Take take) {
        Map<String, Candidate> takeable = new TreeMap<>(produced());
        String graph = wiring.graph().type().simpleName();
        wiring.inputs().values().forEach(input -> takeable.putIfAbsent(input.name(), Candidate.of(input, graph)));
        return closest(
                take.value(),
                takeable.values(),
                type -> type.isAssignableTo(take.parameter().type()));
    }

    /**
     * What an input may have meant that the user perhaps never wanted as an input: something that nodes give. Names that differ by digits only
     * ({@code page1}, {@code page2}) are told apart on purpose.
     */
    Optional<Candidate> missed(Take take) {
        return missed.computeIfAbsent(take.value(), name -> searchMissed(name, take));
    }

    /** The closest of {@code candidates}, which have names of their own and are sorted by them. */
    Optional<Candidate> closest(String name, Collection<Candidate> candidates, Predicate<ValueType> fits) {
        return isSpent() ? Optional.empty() : search(name, candidates, fits);
    }

    private Optional<Candidate> searchMissed(String name, Take take) {
        if (isSpent() || closestName(name, produced().values()).isEmpty()) {
            return Optional.empty();
        }
        String letters = letters(name);
        List<Candidate> others = produced().values().stream()
                .filter(candidate -> !letters(candidate.name()).equals(letters))
                .toList();
        return search(name, others, type -> type.isAssignableTo(take.parameter().type()));
    }

    private boolean isSpent() {
        return made++ >= MOST;
    }

    private static Optional<Candidate> search(
            String name, Collection<Candidate> candidates, Predicate<ValueType> fits) {
        Optional<Candidate> any = closestName(name, candidates);
        if (any.isEmpty() || fits.test(any.get().type())) {
            return any;
        }
        List<Candidate> fitting = candidates.stream()
                .filter(candidate -> fits.test(candidate.type()))
                .toList();
        return closestName(name, fitting).or(() -> any);
    }

    private static Optional<Candidate> closestName(String name, Collection<Candidate> candidates) {
        return Suggestions.closest(
                        name, candidates.stream().map(Candidate::name).toList())
                .flatMap(found -> candidates.stream()
                        .filter(candidate -> candidate.name().equals(found))
                        .findFirst());
    }

    private Map<String, Candidate> produced() {
        if (produced == null) {
            Map<String, Candidate> byName = new TreeMap<>();
            wiring.producers().forEach((name, gives) -> byName.put(name, Candidate.of(gives.get(0))));
            wiring.cutProducers().forEach((name, gives) -> byName.putIfAbsent(name, Candidate.of(gives.get(0))));
            produced = byName;
        }
        return produced;
    }

    private static String letters(String name) {
        return DIGITS.matcher(name).replaceAll("");
    }
}
