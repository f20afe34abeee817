package dev.hypergraph4j.runtime.durable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The workflows of a {@link MemoryCheckpointer}. */
final class MemoryWorkflows {
    private final MemoryTransactions transactions;
    private final MemoryClock clock;
    private final Map<String, MemoryWorkflow> all = new HashMap<>();
    private final Map<String, List<String>> copies = new HashMap<>(); // By what they were made of

    MemoryWorkflows(MemoryTransactions transactions, MemoryClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    // Finding

    @Nullable
    MemoryWorkflow get(String id) {
        return all.get(id);
    }

    Optional<MemoryWorkflow> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** All of them, the earliest created first. */
    Stream<MemoryWorkflow> stream() {
        return all.values().stream().sorted(Comparator.comparingLong(MemoryWorkflow::order));
    }

    Stream<MemoryWorkflow> unfinished() {
        return stream().filter(workflow -> !workflow.row().status().isFinal());
    }

    List<Workflow> matching(WorkflowQuery query) {
        return stream()
                .sorted(Comparator.comparingLong(MemoryWorkflow::order).reversed())
                .map(MemoryWorkflow::row)
                .filter(row -> matches(row, query))
                .limit(query.most())
                .toList();
    }

    List<Workflow> descendants(String id) {
        return stream()
                .map(MemoryWorkflow::row)
                .filter(row -> id.equals(row.lineage().workflow()))
                .toList();
    }

    /** The workflows that were made of this one. */
    List<String> copies(String id) {
        return copies.getOrDefault(id, List.of());
    }

    private static boolean matches(Workflow row, WorkflowQuery query) {
        return (query.statuses().isEmpty() || query.statuses().contains(row.status()))
                && (query.graph() == null || query.graph().equals(row.graph().graph()))
                && query.createdFrom() <= row.createdAt()
                && row.createdAt() < query.createdBefore();
    }

    // Creating and deleting

    MemoryWorkflow create(NewWorkflow wanted, String detail) {
        if (all.containsKey(wanted.id())) {
            throw new WorkflowExistsException(wanted.id());
        }
        MemoryWorkflow created = new MemoryWorkflow(transactions, clock, wanted);
        transactions.put(all, wanted.id(), created);
        created.journal("CREATED", detail);
        String source = wanted.lineage().workflow();
        if (source != null && wanted.lineage().isCopy()) {
            List<String> more = new ArrayList<>(copies(source));
            more.add(wanted.id());
            transactions.put(copies, source, more);
        }
        return created;
    }

    /** Creates it unless the same one is there, and tells whether it did. */
    boolean ensure(NewWorkflow wanted) {
        MemoryWorkflow there = all.get(wanted.id());
        if (there != null && isSame(there.row(), wanted)) {
            return false;
        }
        create(wanted, "");
        return true;
    }

    void delete(MemoryWorkflow workflow) {
        transactions.remove(all, workflow.id());
        transactions.remove(copies, workflow.id());
    }

    private static boolean isSame(Workflow there, NewWorkflow wanted) {
        return there.graph().graph().equals(wanted.graph().graph())
                && there.inputsDigest().equals(wanted.inputsDigest());
    }
}
