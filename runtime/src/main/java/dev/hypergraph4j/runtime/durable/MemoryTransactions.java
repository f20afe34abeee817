package dev.hypergraph4j.runtime.durable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one transaction after the other change a {@link MemoryCheckpointer}, and takes back what a failed one has changed. A transaction may run
 * inside another one on the same thread: where it fails, only what it changed itself is taken back, unless the outer one fails with it.
 *
 * <p>Whatever a transaction changes, it changes through the methods of this class.
 */
final class MemoryTransactions {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Runnable> undo = new ArrayList<>(); // Guarded by lock, as all below
    private boolean closed;

    <T> T run(Supplier<T> work) {
        lock.lock();
        int savepoint = undo.size();
        try {
            if (closed) {
                throw StoreException.failedTo("do what was asked of it: it is closed", null);
            }
            return work.get();
        } catch (RuntimeException | Error failure) {
            goBackTo(savepoint);
            throw failure;
        } finally {
            if (lock.getHoldCount() == 1) {
                undo.clear();
            }
            lock.unlock();
        }
    }

    /** Has all transactions from now on refused, once those under way are over. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    <T> void set(Consumer<T> field, T before, T after) {
        field.accept(after);
        undo.add(() -> field.accept(before));
    }

    <K, V> void put(Map<K, V> map, K key, V value) {
        putBackOnUndo(map, key, map.put(key, value));
    }

    <K, V> void remove(Map<K, V> map, K key) {
        putBackOnUndo(map, key, map.remove(key));
    }

    <E> void add(List<E> list, E element) {
        list.add(element);
        undo.add(() -> list.remove(list.size() - 1));
    }

    private <K, V> void putBackOnUndo(Map<K, V> map, K key, @Nullable V before) {
        undo.add(() -> {
            if (before == null) {
                map.remove(key);
            } else {
                map.put(key, before);
            }
        });
    }

    private void goBackTo(int savepoint) {
        while (undo.size() > savepoint) {
            undo.remove(undo.size() - 1).run();
        }
    }
}
