package dev.hypergraph4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.runtime.AsyncRunner;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Where there is nothing to overlap, AsyncRunner hands nothing to another thread. */
class ThreadsOfChainTest {

    @Graph
    static class Chain {
        final List<Thread> threads = new CopyOnWriteArrayList<>();

        @Node(outputName = "doubled")
        int twice(int number) {
            threads.add(Thread.currentThread());
            return 2 * number;
        }

        @Node(outputName = "squared")
        int square(int doubled) {
            threads.add(Thread.currentThread());
            return doubled * doubled;
        }

        @Node(outputName = "negated")
        int negate(int squared) {
            threads.add(Thread.currentThread());
            return -squared;
        }
    }

    @Test
    void nodesOfChainRunOnTheCallersThread() {
        Chain chain = new Chain();
        AsyncRunner runner = AsyncRunner.builder()
                .executor(task -> {
                    throw new AssertionError("handed to the executor");
                })
                .build();

        ThreadsOfChainTest_ChainGraph graph =
                ThreadsOfChainTest_ChainGraph.create(chain).with(runner);

        assertThat(graph.run(3).outputs().negated()).isEqualTo(-36);
        assertThat(chain.threads).hasSize(3).containsOnly(Thread.currentThread());
    }
}
