package dev.hypergraph4j.runtime;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The workflows whose runs by one runner have met an error of the JVM. They were neither ended nor given back: their leases run out, as if the process
 * had died, and workers elsewhere go on with them. Those of this runner do not, since what broke the JVM once is likely to do so again.
 *
 * <p>As many are kept as there were such errors: a process that meets many is to be started again. Thread-safe.
 */
final class Crashes {
    private static final System.Logger LOG = System.getLogger("dev.hypergraph4j.runtime.Workflows");

    private final Set<String> workflows = ConcurrentHashMap.newKeySet();

    /** Leaves a workflow to other processes. */
    void metIn(String workflow) {
        workflows.add(workflow);
        LOG.log(
                System.Logger.Level.WARNING,
                "An error of the JVM has stopped workflow '" + workflow
                        + "'. This process does not claim it again: another one may, or this one once it was started again.");
    }

    /** Whether a workflow is left to other processes. */
    boolean wereMetIn(String workflow) {
        return workflows.contains(workflow);
    }
}
