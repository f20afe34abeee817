package dev.hypergraph4j.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of a {@link ConcurrentMap}, from the next one whose result is to be given to the last one that was claimed, and whether there is place for
 * one more. Results that nobody has taken yet wait in here; when the window is full no item is claimed until it is half empty, lest each result that is
 * taken out calls a worker.
 *
 * <p>Not thread-safe: guarded by the lock of the map.
 */
final class MapWindow<O> {
    /** How many items are under way at most where nodes are not limited. */
    private static final int MOST_ITEMS = 256;

    /** How many items the window has for each that may be under way, so that one slow item does not keep the others waiting; and at least. */
    private static final int WINDOW = 4;

    private static final int SMALLEST_WINDOW = 64;

    private final int mostUnderWay;
    private final int most;
    private final boolean gathers;
    private final Deque<MapItem<O>> items = new ArrayDeque<>();
    private int underWay;
    private boolean wasFull;
    private boolean claiming;
    private boolean exhausted;

    /** @param gathers whether all results are taken at once, so that there is no use in keeping the window small */
    MapWindow(int maxConcurrency, boolean gathers) {
        this.mostUnderWay = maxConcurrency == Integer.MAX_VALUE ? MOST_ITEMS : maxConcurrency;
        this.gathers = gathers;
        this.most = gathers
                ? Integer.MAX_VALUE
                : (int) Math.min(Math.max(SMALLEST_WINDOW, (long) WINDOW * mostUnderWay), Integer.MAX_VALUE);
    }

    /** Whether an item may be claimed. */
    boolean hasPlace() {
        return !claiming && !exhausted && !wasFull && underWay < mostUnderWay;
    }

    /** This thread is the one that asks the source for the next item, until it was {@linkplain #add added} or there is none. */
    void claim() {
        claiming = true;
    }

    /** The claimed item starts. */
    void add(MapItem<O> item) {
        claiming = false;
        underWay++;
        items.add(item);
        wasFull |= items.size() >= most;
    }

    /** There was no item to claim, or it does not start any more. */
    void exhausted() {
        claiming = false;
        exhausted = true;
    }

    /** An item is over and has its result. */
    void ended(MapItem<O> item, @Nullable RunResult<O> result, @Nullable Throwable error) {
        item.ended(result, error);
        underWay--;
    }

    /** The next item in order; {@code null} where none was claimed. */
    @Nullable
    MapItem<O> head() {
        return items.peek();
    }

    /**
     * Whether the next item is over, or there is none.
     *
     * @param closed whether no further item is claimed
     */
    boolean isHeadKnown(boolean closed) {
        MapItem<O> head = items.peek();
        if (head != null) {
            return head.isOver();
        }
        // Who gathers asks the source for what is left, and must not do so beside another thread.
        return (exhausted || closed) && !(claiming && gathers);
    }

    /** The result of the next item is given out. */
    void removeHead() {
        items.remove();
        wasFull &= items.size() > most / 2;
    }

    void clear() {
        items.clear();
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    boolean isAnyUnderWay() {
        return underWay != 0;
    }

    /** Whether all items are over, and there are no more. */
    boolean isThrough() {
        return exhausted && underWay == 0;
    }

    /** The runs under way from the item numbered {@code first} on. */
    List<DataflowRun<O>> runsFrom(long first) {
        return items.stream()
                .filter(item -> item.number() >= first)
                .flatMap(MapItem::run)
                .toList();
    }
}
