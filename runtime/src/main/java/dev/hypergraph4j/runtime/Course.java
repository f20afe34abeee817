package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.Choices;
import dev.hypergraph4j.runtime.plan.ControlFlow;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come, and the one place that decides whether a node runs: both runners ask it in their own order, and so give the same results.
 * A runner looks at a node once all that the node waits for is through (in a cycle: once in each turn), and tells how it ended.
 *
 * <p>Not thread-safe: a runner on many threads guards it with its lock.
 */
final class Course {

    /** What is to be done with a node that was looked at. */
    enum Verdict {
        /** It runs. */
        RUN,
        /** It does not run, now or, outside of a cycle, ever: no gate opened it, or nobody gave what it can't do without. */
        PASS,
        /** It can't run, because something that it depends on was lost. */
        LOSE,
        /** It can't run before a question is answered. */
        HOLD
    }

    private static final byte PENDING = 0;
    private static final byte DONE = 1;
    private static final byte PASSED = 2;
    private static final byte LOST = 3;

    /** It has asked, or waits for one that has. */
    private static final byte HELD = 4;

    private static final byte CLOSED = 0;
    private static final byte OPEN = 1;
    private static final byte OPENED_ANEW = 2;

    private final Plan plan;
    private final ControlFlow flow;
    private final @Nullable Choices choices;
    private final byte[] status;

    /** How often each node ended well: the version of what it gave. Behind the nodes, whether the caller gave the shared values that it may leave out. */
    private final int[] runs;

    /** How often a value of each node changed that a cycle waits to settle. */
    private final int[] changes;

    /** By node and trigger: the version that was there when the node last began. */
    private final int[][] seen;

    private final byte[] gateEdges;
    private final int[] turns;
    private final boolean[] regionLost;
    private final boolean[] regionOver;

    /** Those that have asked and have no answer yet. */
    private final BitSet asked = new BitSet(0);

    /** Those that wait for one that is held. */
    private final BitSet waiting = new BitSet(0);

    /** Whether anything was lost at all: in most runs nothing is, and no node has to look for it. */
    private boolean anyLost;

    /** Of {@code run}, whose state has its inputs. */
    Course(PreparedRun<?> run, @Nullable Choices choices) {
        this.plan = run.plan();
        this.flow = plan.flow();
        this.choices = choices;
        this.status = new byte[plan.size()];
        this.runs = runs(plan, run.state());
        this.gateEdges = new byte[flow.gateEdges()];
        int regions = flow.regions().size();
        this.turns = new int[regions];
        this.regionLost = new boolean[regions];
        this.regionOver = new boolean[regions];
        this.changes = new int[regions == 0 ? 0 : plan.size()];
        this.seen = new int[regions == 0 ? 0 : plan.size()][];
        for (Region region : flow.regions()) {
            for (int node = region.from(); node < region.to(); node++) {
                seen[node] = new int[flow.triggers(node).length];
            }
        }
    }

    /** No node has run yet. */
    private static int[] runs(Plan plan, GraphState state) {
        int[] inputs = plan.flow().uncertainInputs();
        int[] runs = new int[plan.size() + inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            runs[plan.size() + i] = state.value(inputs[i]) == null ? 0 : 1;
        }
        return runs;
    }

    /**
     * Decides what is to be done with {@code node}, and, if it is to run, notes what it consumes. One that asked before the run paused goes on with
     * what it consumed then.
     */
    Verdict look(int node) {
        if (!asked.isEmpty() && asked.get(node)) {
            asked.clear(node);
            return Verdict.RUN;
        }
        Verdict verdict = judge(node);
        switch (verdict) {
            case RUN -> consume(node);
            case PASS -> pass(node);
            case LOSE -> lost(node);
            case HOLD -> hold(node);
        }
        return verdict;
    }

    private Verdict judge(int node) {
        if (anyLost && dependsOnLoss(node)) {
            return Verdict.LOSE;
        }
        if (!waiting.isEmpty() && waiting.get(node)) {
            return Verdict.HOLD;
        }
        if (flow.regionOf(node) >= 0) {
            return isDue(node) ? Verdict.RUN : Verdict.PASS;
        }
        return isAllowed(node) && hasWhatItNeeds(node) ? Verdict.RUN : Verdict.PASS;
    }

    private boolean dependsOnLoss(int node) {
        int region = flow.regionOf(node);
        for (int i = 0; i < plan.predecessorCount(node); i++) {
            int predecessor = plan.predecessor(node, i);
            int other = flow.regionOf(predecessor);
            if (status[predecessor] == LOST || (other >= 0 && other != region && regionLost[other])) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code node}, which is part of a cycle, has something to do: something new to consume, or a gate that opened it anew. */
    private boolean isDue(int node) {
        return isAllowed(node) && hasWhatItNeeds(node) && (runs[node] == 0 || isTriggered(node) || isOpenedAnew(node));
    }

    /** Whether a gate opens {@code node}, one of its own cycle, if there are such, once it has run; before the gates have decided that lie behind it in its cycle, it may run once. */
    private boolean isAllowed(int node) {
        int[] edges = flow.gatesInto(node);
        if (edges.length == 0) {
            return true;
        }
        boolean onlyBackward = true;
        boolean byDefault = false;
        for (int edge : edges) {
            if (gateEdges[edge] != CLOSED && (runs[node] == 0 || !flow.isEntry(edge))) {
                return true;
            }
            onlyBackward &= flow.isBackward(edge);
            byDefault |= isOpenByDefault(flow.gate(edge));
        }
        return onlyBackward && byDefault && runs[node] == 0;
    }

    /** Whether {@code gate}, which comes later in the cycle, leaves its targets open because it has not decided yet. */
    private boolean isOpenByDefault(int gate) {
        return flow.isDefaultOpen(gate) && runs[gate] == 0;
    }

    private boolean hasWhatItNeeds(int node) {
        for (int[] group : flow.needs(node)) {
            if (!hasAnyRun(group)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasAnyRun(int[] nodes) {
        for (int node : nodes) {
            if (runs[node] != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isTriggered(int node) {
        int[] last = seen[node];
        for (int i = 0; i < last.length; i++) {
            if (version(node, i) != last[i]) {
                return true;
            }
        }
        return false;
    }

    private int version(int node, int trigger) {
        int giver = flow.triggers(node)[trigger];
        return flow.isConverging(node, trigger) ? changes[giver] : runs[giver];
    }

    private boolean isOpenedAnew(int node) {
        for (int edge : flow.gatesInto(node)) {
            if (gateEdges[edge] == OPENED_ANEW) {
                return true;
            }
        }
        return false;
    }

    private void consume(int node) {
        if (flow.regionOf(node) < 0) {
            return;
        }
        int[] last = seen[node];
        for (int i = 0; i < last.length; i++) {
            last[i] = version(node, i);
        }
        for (int edge : flow.gatesInto(node)) {
            if (gateEdges[edge] == OPENED_ANEW) {
                gateEdges[edge] = OPEN;
            }
        }
    }

    private void pass(int node) {
        status[node] = PASSED;
        if (!isAllowed(node)) {
            closeAll(node);
        }
    }

    /** A gate that may not run has no say. */
    private void closeAll(int gate) {
        for (int edge = flow.firstGateEdge(gate); edge < flow.firstGateEdge(gate + 1); edge++) {
            if (!isKept(edge, gate)) {
                gateEdges[edge] = CLOSED;
            }
        }
    }

    /** Notes that {@code node}, which ran, ended well. */
    void completed(int node) {
        status[node] = DONE;
        runs[node]++;
        for (int edge = flow.firstGateEdge(node); edge < flow.firstGateEdge(node + 1); edge++) {
            if (choices != null && choices.takeChosen(edge)) {
                gateEdges[edge] = OPENED_ANEW;
            } else if (!isKept(edge, node)) {
                gateEdges[edge] = CLOSED;
            }
        }
        if (changes.length != 0 && choices != null && choices.takeChanged(node)) {
            changes[node]++;
        }
    }

    /** A gate that opens several nodes does not take back, in a later turn, that it opened one outside of its cycle. */
    private boolean isKept(int edge, int gate) {
        return flow.isSeveral(gate) && flow.regionOf(gate) != flow.regionOf(flow.target(edge));
    }

    /** Notes that {@code node}, which ran, did not end well. */
    void lost(int node) {
        status[node] = LOST;
        anyLost = true;
    }

    /** Notes that {@code node}, which ran, has asked a question that has no answer yet. */
    void paused(int node) {
        asked.set(node);
        hold(node);
    }

    /**
     * Holds back whatever waits for {@code node}, and in a cycle also those that would overwrite what it has not read: so the turn can go on later
     * as if there had been no pause.
     */
    private void hold(int node) {
        status[node] = HELD;
        for (int i = 0; i < plan.successorCount(node); i++) {
            int successor = plan.successor(node, i);
            if (flow.regionOf(node) < 0 || flow.regionOf(successor) == flow.regionOf(node)) {
                waiting.set(successor);
            }
        }
    }

    /** Holds back what is outside of {@code region} and waits for it. */
    private void hold(Region region) {
        for (int node = region.from(); node < region.to(); node++) {
            for (int i = 0; i < plan.successorCount(node); i++) {
                int successor = plan.successor(node, i);
                if (flow.regionOf(successor) != region.index()) {
                    waiting.set(successor);
                }
            }
        }
    }

    /** Whether a node has asked a question that has no answer yet. */
    boolean isPaused() {
        return !asked.isEmpty();
    }

    /** Goes on after a pause: what was held back is to be looked at again, in a cycle as part of the same turn. */
    void goOn() {
        waiting.clear();
        for (int node = 0; node < status.length; node++) {
            if (status[node] == HELD) {
                status[node] = PENDING;
            }
        }
    }

    /** Whether {@code node} need not be looked at any more, in a cycle until its next turn. */
    boolean isThrough(int node) {
        return status[node] != PENDING;
    }

    /** Whether {@code region} has ended. */
    boolean isOver(Region region) {
        return regionOver[region.index()];
    }

    /** Which turn its cycle is in, from 0; 0 for a node that is part of none. */
    int iteration(int node) {
        int region = flow.regionOf(node);
        return region < 0 ? 0 : turns[region];
    }

    /**
     * Ends a turn of {@code region}, all of whose nodes are through.
     *
     * @return whether another turn begins
     */
    boolean turn(Region region) {
        if (!asked.isEmpty() && has(HELD, region)) {
            hold(region);
            return false;
        }
        if (anyLost && has(LOST, region)) {
            regionLost[region.index()] = true;
        }
        if (regionLost[region.index()] || !isAnyDue(region)) {
            regionOver[region.index()] = true;
            return false;
        }
        turns[region.index()]++;
        Arrays.fill(status, region.from(), region.to(), PENDING);
        return true;
    }

    /** Whether {@code region} has turned as often as it may, and would go on. */
    boolean isExhausted(Region region) {
        return turns[region.index()] >= region.maxIterations();
    }

    /** Ends {@code region} where it would go on for ever. */
    void exhaust(Region region) {
        anyLost = true;
        regionOver[region.index()] = true;
        regionLost[region.index()] = true;
        Arrays.fill(status, region.from(), region.to(), LOST);
    }

    private boolean has(byte wanted, Region region) {
        for (int node = region.from(); node < region.to(); node++) {
            if (status[node] == wanted) {
                return true;
            }
        }
        return false;
    }

    private boolean isAnyDue(Region region) {
        for (int node = region.from(); node < region.to(); node++) {
            if (isDue(node)) {
                return true;
            }
        }
        return false;
    }

    /** The nodes of {@code region} that would have to run in another turn. */
    List<Integer> due(Region region) {
        List<Integer> due = new ArrayList<>();
        for (int node = region.from(); node < region.to(); node++) {
            if (isDue(node)) {
                due.add(node);
            }
        }
        return due;
    }

    /** The nodes whose values would make {@code node} run in another turn. */
    List<Integer> changing(int node) {
        List<Integer> changing = new ArrayList<>();
        for (int i = 0; i < seen[node].length; i++) {
            if (version(node, i) != seen[node][i]) {
                changing.add(flow.triggers(node)[i]);
            }
        }
        return changing;
    }

    /** Whether {@code node} was looked at, if its cycle has ended, and never ran. */
    boolean isSkipped(int node) {
        int region = flow.regionOf(node);
        return status[node] == PASSED && runs[node] == 0 && (region < 0 || regionOver[region]);
    }

    /** Whether {@code node} failed, or depends on one that did. */
    boolean isLost(int node) {
        return status[node] == LOST;
    }

    /** Takes over that {@code node} ended well outside of this course, as in the fast path. */
    void endedBefore(int node) {
        status[node] = DONE;
        runs[node] = 1;
    }
}
