package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.StepId;
import dev.hypergraph4j.runtime.plan.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where in its workflow a run stands: the run that was asked for, that of a nested graph in one turn of a cycle, or that of an item. It gives the
 * run's steps their keys, which are the same after any crash: an item is known by its values and, among equal ones, by its turn, not by its place.
 *
 * <p>One for each run. Thread-safe.
 */
final class JournalScope {
    private final Journal journal;
    private final String version;
    private final String keys;
    private final String path;
    private final @Nullable String item;

    /** How often each item has come so far, where this is that of a map. Guarded by itself. */
    private final Map<String, Integer> items = new HashMap<>();

    /** By node: the execution that is under way. */
    private final Map<Integer, StepJournal> underWay = new ConcurrentHashMap<>();

    private JournalScope(Journal journal, String version, String keys, String path, @Nullable String item) {
        this.journal = journal;
        this.version = version;
        this.keys = keys;
        this.path = path;
        this.item = item;
    }

    /** That of the run that was asked for. */
    static JournalScope of(Journal journal, Plan plan) {
        return new JournalScope(journal, plan.definition().version(), "", "", null);
    }

    Journal journal() {
        return journal;
    }

    /** Whether it is that of the run that was asked for, so that its outputs are the workflow's. */
    boolean isOutermost() {
        return keys.isEmpty();
    }

    /** That of the nested graph that {@code node} is, in a turn of the node's cycle. */
    JournalScope in(NodeDefinition node, int iteration) {
        return new JournalScope(journal, version, key(node, iteration) + "/", path + node.name() + "/", item);
    }

    /** That of a map of what this scope is of. */
    JournalScope ofMap() {
        return new JournalScope(journal, version, keys, path, item);
    }

    /** That of {@code run}, the next item of this map. */
    JournalScope ofItem(PreparedRun<?> run) {
        String name = occurrence(digest(run));
        String around = keys.isEmpty() ? "" : keys.substring(0, keys.length() - 1);
        return new JournalScope(journal, version, around + "[" + name + "]/", path, name);
    }

    /** A new execution of {@code node}, in a turn of its cycle. */
    StepJournal begin(Plan plan, int node, int iteration) {
        NodeDefinition definition = plan.node(node);
        String code = new StepCode(definition.hash(), version).recorded();
        StepId id = new StepId(key(definition, iteration), path + definition.name(), iteration, item, code);
        StepJournal step = new StepJournal(this, plan, node, id);
        underWay.put(node, step);
        return step;
    }

    /** The execution of {@code node} that is under way; {@code null} if there is none. */
    @Nullable
    StepJournal underWay(int node) {
        return underWay.get(node);
    }

    private String key(NodeDefinition node, int iteration) {
        return keys + node.name() + (iteration == 0 ? "" : "#" + iteration);
    }

    private String occurrence(String digest) {
        synchronized (items) {
            int before = items.merge(digest, 1, Integer::sum) - 1;
            return before == 0 ? digest : digest + "~" + before;
        }
    }

    /** What the inputs of {@code run} are known by. Those whose content can't be told count as equal: their turn tells them apart. */
    private String digest(PreparedRun<?> run) {
        Map<String, Payload> inputs = RecordedValues.inputs(run, journal.codec());
        return InputsDigest.of(inputs, run.plan(), journal.codec()).substring(0, InputsDigest.SHORT);
    }
}
