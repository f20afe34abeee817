package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that are tried again, take only so long, and may come from a cache. */
class PoliciesTest {
    private static final String FETCH = """
            package p;

            import java.io.IOException;

            @Graph
            class Fetch {
                enum Next { longOne, shortOne }

                final List<String> log = new CopyOnWriteArrayList<>();

                @Node(outputName = "page", timeout = "PT1H",
                        retry = @Retry(maxAttempts = 3, on = {IOException.class, TimeoutException.class}, initialDelay = "PT0S"))
                String fetch(String address, NodeContext context) throws IOException {
                    log.add("fetch " + context.attempt());
                    if (context.attempt() < 3) {
                        throw new IOException("not yet");
                    }
                    return "page of " + address;
                }

                record Parts(String head, int size, List<String> words) {}

                @Node(outputName = {"head", "size", "words"}, cache = true)
                Parts parse(String page) {
                    log.add("parse");
                    return new Parts(page.substring(0, 4), page.length(), List.of(page.split(" ")));
                }

                @Route(cache = true)
                Next choose(int size) {
                    log.add("choose");
                    return size > 10 ? Next.longOne : Next.shortOne;
                }

                @Node(outputName = "text", cache = true)
                @Nullable String longOne(String head) {
                    log.add("long");
                    return null;
                }

                @Node(outputName = "text")
                String shortOne(List<String> words) {
                    return words.toString();
                }
            }
            """;

    private static final String RUNS = """
            package p;

            import dev.hypergraph4j.runtime.cache.MemoryCache;
            import dev.hypergraph4j.runtime.log.NodeRecord;

            class Runs {
                static Object run(boolean sync) {
                    MemoryCache cache = MemoryCache.ofAtMost(10);
                    Runner runner = sync ? SyncRunner.builder().cache(cache).build() : AsyncRunner.builder().cache(cache).build();
                    Fetch fetch = new Fetch();
                    FetchGraph graph = FetchGraph.create(fetch).with(runner);
                    graph.run("abcdefgh");
                    RunResult<FetchOutputs> again = graph.run("abcdefgh");
                    return fetch.log + " " + again.outputs() + " "
                            + again.log().steps().stream().map(step -> step.node() + step.attempts()).toList()
                            + " " + again.log().stats("fetch").retries() + " " + again.skipped() + " " + again.log().notes();
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasComputedBeforeIsTakenFromTheCache(boolean sync) {
        assertThat(TestCompilation.of(FETCH, RUNS).evaluate("Runs.run(" + sync + ")"))
                .hasToString("[fetch 1, fetch 2, fetch 3, parse, choose, long, fetch 1, fetch 2, fetch 3]"
                        + " FetchOutputs[text=Optional.empty]"
                        + " [fetch3, parse0, choose0, longOne0] 2 [shortOne] []");
    }

    @ParameterizedTest
    @CsvSource({"new java.io.IOException(), 3", "new TimeoutException(), 3", "new IllegalStateException(), 1"})
    void nodeThatNamesNoExceptionsIsTriedAgainAfterWhatPasses(String failure, int calls) {
        String graph = """
                package p;

                @Graph
                class Fetch {
                    int calls;

                    @Node(outputName = "page", retry = @Retry(maxAttempts = 3, initialDelay = "PT0S"))
                    String fetch(String address) throws Exception {
                        calls++;
                        throw FAILURE;
                    }
                }
                """.replace("FAILURE", failure);
        String runs = """
                package p;

                class Runs {
                    static Object run() {
                        Fetch fetch = new Fetch();
                        try {
                            FetchGraph.create(fetch).run("here");
                        } catch (NodeExecutionException expected) {
                            return fetch.calls;
                        }
                        return "no failure";
                    }
                }
                """;

        assertThat(TestCompilation.of(graph, runs).evaluate("Runs.run()")).isEqualTo(calls);
    }
}
