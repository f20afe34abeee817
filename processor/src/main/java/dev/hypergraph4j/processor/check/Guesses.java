package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Suggestions;
import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.wire.Take;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
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
    private final Map<String, Optional<Candidate>> missed = new HashMap<>();
    private @Nullable SortedMap<String, Candidate> produced;
    private @Nullable SortedMap<String, Candidate> takeable;
    private int made;

    Guesses(Wiring wiring) {
        this.wiring = wiring;
    }

    /** What {@code name} may have meant among all that nodes give, also those that do not run. */
    Optional<Candidate> produced(String name, Predicate<ValueType> fits) {
        return closest(name, produced(), fits);
    }

    /** The only value of a type that fits among all that nodes give, if there is one. */
    Optional<Candidate> onlyProduced(Predicate<ValueType> fits) {
        List<Candidate> fitting = produced().values().stream()
                .filter(candidate -> fits.test(candidate.type()))
                .limit(2)
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** What the parameter may have meant: something that nodes give, or an input. */
    Optional<Candidate> takeable(Take take) {
        return closest(take.value(), takeable(), fitting(take));
    }

    /**
     * What an input may have meant that the user perhaps never wanted as an input: something that nodes give. Names that differ by digits only
     * ({@code page1}, {@code page2}) are told apart on purpose.
     */
    Optional<Candidate> missed(Take take) {
        return missed.computeIfAbsent(take.value(), name -> searchMissed(name, take));
    }

    /** The closest of {@code candidates}. */
    Optional<Candidate> closest(String name, SortedMap<String, Candidate> candidates, Predicate<ValueType> fits) {
        return isSpent() ? Optional.empty() : search(name, candidates, fits);
    }

    private Optional<Candidate> searchMissed(String name, Take take) {
        if (isSpent() || Suggestions.closest(name, produced().keySet()).isEmpty()) {
            return Optional.empty();
        }
        String letters = letters(name);
        return search(
                name,
                filtered(produced(), candidate -> !letters(candidate.name()).equals(letters)),
                fitting(take));
    }

    private boolean isSpent() {
        made++;
        return made > MOST;
    }

    private static Optional<Candidate> search(
            String name, SortedMap<String, Candidate> candidates, Predicate<ValueType> fits) {
        Optional<Candidate> any = closest(name, candidates);
        if (any.isEmpty() || fits.test(any.get().type())) {
            return any;
        }
        return closest(name, filtered(candidates, candidate -> fits.test(candidate.type())))
                .or(() -> any);
    }

    private static Optional<Candidate> closest(String name, SortedMap<String, Candidate> candidates) {
        return Suggestions.closest(name, candidates.keySet())
                .map(found -> Objects.requireNonNull(candidates.get(found)));
    }

    private static SortedMap<String, Candidate> filtered(
            SortedMap<String, Candidate> candidates, Predicate<Candidate> condition) {
        SortedMap<String, Candidate> filtered = new TreeMap<>(candidates);
        filtered.values().removeIf(condition.negate());
        return filtered;
    }

    private static Predicate<ValueType> fitting(Take take) {
        return type -> type.isAssignableTo(take.parameter().type());
    }

    private SortedMap<String, Candidate> produced() {
        if (produced == null) {
            SortedMap<String, Candidate> byName = new TreeMap<>();
            wiring.producers().forEach((name, gives) -> byName.put(name, Candidate.of(gives.get(0))));
            wiring.cutProducers().forEach((name, gives) -> byName.putIfAbsent(name, Candidate.of(gives.get(0))));
            produced = byName;
        }
        return produced;
    }

    private SortedMap<String, Candidate> takeable() {
        if (takeable == null) {
            SortedMap<String, Candidate> byName = new TreeMap<>(produced());
            String graph = wiring.graph().type().simpleName();
            wiring.inputs().values().forEach(input -> byName.putIfAbsent(input.name(), Candidate.of(input, graph)));
            takeable = byName;
        }
        return takeable;
    }

    private static String letters(String name) {
        return DIGITS.matcher(name).replaceAll("");
    }
}
