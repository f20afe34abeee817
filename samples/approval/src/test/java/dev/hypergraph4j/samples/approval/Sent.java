package dev.hypergraph4j.samples.approval;

import dev.hypergraph4j.NodeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stands in for a run, for nodes that are called as plain methods: what they send is here to be looked at. */
final class Sent implements NodeContext {
    final List<String> targets = new ArrayList<>();
    final List<Object> messages = new ArrayList<>();

    @Override
    public void outbox(String target, Object message) {
        targets.add(target);
        messages.add(message);
    }

    @Override
    public String path() {
        return "node";
    }

    @Override
    public int iteration() {
        return 0;
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public boolean stopRequested() {
        return false;
    }

    @Override
    public void emit(Object chunk) {}

    @Override
    public String effectId() {
        return "effect";
    }

    @Override
    public void checkpoint(Object progress) {}

    @Override
    public <T> Optional<T> lastCheckpoint(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <C> void transaction(Class<C> resource, TransactionWork<C> work) {
        throw new UnsupportedOperationException();
    }
}
