package dev.hypergraph4j.runtime.plan;

import dev.hypergraph4j.MapMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The items of a map over several inputs: the values that vary, put together. They are made one by one as they are asked for, each as an array with
 * a value for each input.
 */
public final class Combinations {
    private static final int UNKNOWN = -1;

    private final List<Axis> axes;
    private final Refusal refusal;

    /** The values that one input takes. */
    public record Axis(String input, Iterable<?> values) {
        /** How many there are; {@link #UNKNOWN} where that is not known before they were gone through. */
        private int size() {
            return values instanceof Collection<?> collection ? collection.size() : UNKNOWN;
        }
    }

    /** Makes an exception of what is wrong. */
    @FunctionalInterface
    public interface Refusal {
        /** Two inputs are to be zipped that do not have equally many values. Of one it may be known only that there are "more". */
        RuntimeException ofUnequal(String input, String values, String otherInput, String otherValues);
    }

    private Combinations(List<Axis> axes, Refusal refusal) {
        this.axes = List.copyOf(axes);
        this.refusal = refusal;
    }

    /**
     * The values of {@code axes}, put together as {@code mode} says.
     *
     * <p>A zip of collections of different sizes is refused at once; one of other iterables when the first of them ends. A product keeps the values
     * of all inputs but the first, which are gone through again and again.
     *
     * @param refusal makes an exception of what is wrong
     */
    public static Iterator<@Nullable Object[]> of(MapMode mode, List<Axis> axes, Refusal refusal) {
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to combine.");
        }
        Combinations combinations = new Combinations(axes, refusal);
        return mode == MapMode.ZIP ? combinations.zip() : combinations.product();
    }

    private Iterator<@Nullable Object[]> zip() {
        Axis first = axes.get(0);
        for (Axis other : axes) {
            if (first.size() != UNKNOWN && other.size() != UNKNOWN && first.size() != other.size()) {
                throw unequal(first, first.size() + "", other, other.size() + "");
            }
        }
        List<? extends Iterator<?>> values =
                axes.stream().map(axis -> axis.values().iterator()).toList();
        return new Zip(values);
    }

    private final class Zip implements Iterator<@Nullable Object[]> {
        private final List<? extends Iterator<?>> values;
        private long given;

        Zip(List<? extends Iterator<?>> values) {
            this.values = values;
        }

        @Override
        public boolean hasNext() {
            boolean hasNext = values.get(0).hasNext();
            for (int other = 1; other < values.size(); other++) {
                if (values.get(other).hasNext() != hasNext) {
                    Axis shorter = axes.get(hasNext ? other : 0);
                    Axis longer = axes.get(hasNext ? 0 : other);
                    String more = longer.size() == UNKNOWN ? "more" : longer.size() + "";
                    throw unequal(shorter, given + "", longer, more);
                }
            }
            return hasNext;
        }

        @Override
        public @Nullable Object[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            given++;
            @Nullable Object[] next = new Object[values.size()];
            for (int i = 0; i < next.length; i++) {
                next[i] = values.get(i).next();
            }
            return next;
        }
    }

    private RuntimeException unequal(Axis one, String oneSize, Axis other, String otherSize) {
        return refusal.ofUnequal(one.input(), oneSize, other.input(), otherSize);
    }

    private Iterator<@Nullable Object[]> product() {
        List<List<?>> inner = new ArrayList<>();
        for (Axis axis : axes.subList(1, axes.size())) {
            List<@Nullable Object> values = new ArrayList<>();
            axis.values().forEach(values::add);
            inner.add(values);
        }
        return new Product(axes.get(0).values().iterator(), inner);
    }

    /** Counts through the inner values as an odometer does: the last ones change fastest. */
    private static final class Product implements Iterator<@Nullable Object[]> {
        private final Iterator<?> outer;
        private final List<List<?>> inner;
        private final int[] places;
        private final boolean empty;
        private @Nullable Object current;
        private boolean turned = true;

        Product(Iterator<?> outer, List<List<?>> inner) {
            this.outer = outer;
            this.inner = inner;
            this.places = new int[inner.size()];
            this.empty = inner.stream().anyMatch(List::isEmpty);
        }

        @Override
        public boolean hasNext() {
            return !empty && (!turned || outer.hasNext());
        }

        @Override
        public @Nullable Object[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (turned) {
                current = outer.next();
                Arrays.fill(places, 0);
            }
            @Nullable Object[] next = new Object[places.length + 1];
            next[0] = current;
            for (int i = 0; i < places.length; i++) {
                next[i + 1] = inner.get(i).get(places[i]);
            }
            turned = turn();
            return next;
        }

        /** Goes on to the next inner values; gives whether all of them have been. */
        private boolean turn() {
            for (int i = places.length - 1; i >= 0; i--) {
                places[i]++;
                if (places[i] < inner.get(i).size()) {
                    return false;
                }
                places[i] = 0;
            }
            return true;
        }
    }
}
