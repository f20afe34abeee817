package dev.hypergraph4j.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.AsyncRunner;
import dev.hypergraph4j.runtime.EventIterator;
import dev.hypergraph4j.runtime.ProcessLimiter;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.runtime.cache.Cache;
import dev.hypergraph4j.runtime.cache.MemoryCache;
import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.samples.guide.service.Translation;
import dev.hypergraph4j.samples.guide.service.TranslationGraph;
import dev.hypergraph4j.samples.guide.service.TranslationInputs;
import dev.hypergraph4j.samples.guide.service.TranslationOutputs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServiceTest {
    private final AtomicInteger calls = new AtomicInteger();

    private TranslationGraph failingFirst(int failures) {
        return TranslationGraph.create(new Translation(text -> {
            if (calls.incrementAndGet() <= failures) {
                throw new IOException("the service is away");
            }
            return new Translation.Answer(text.toUpperCase(Locale.ROOT), 0);
        }));
    }

    @Test
    void aNodeIsTriedAgain() {
        TranslationGraph translation = failingFirst(1);
        // tag::retries
        RunResult<TranslationOutputs> result = translation.run("to be");

        result.log().stats("translate").retries(); // 1
        result.log().steps().get(1).attempts(); // 2
        // end::retries
        assertThat(result.log().stats("translate").retries()).isEqualTo(1);
        assertThat(result.log().steps().get(1).attempts()).isEqualTo(2);
    }

    @Test
    void limitersHoldForAllGraphs() {
        TranslationGraph translation = failingFirst(0);
        // tag::limiter
        ProcessLimiter service = ProcessLimiter.of("translation service", 8);

        AsyncRunner runner = AsyncRunner.builder().limiter(service).build();
        translation.with(runner).run("to be");
        // end::limiter
        assertThat(service.available()).isEqualTo(8);
    }

    @Test
    void equalInputsAreComputedOnce() {
        TranslationGraph translation = failingFirst(0);
        // tag::cache
        Cache cache = MemoryCache.ofAtMost(10_000);
        TranslationGraph cached =
                translation.with(SyncRunner.builder().cache(cache).build());

        cached.run("to  be ");
        RunResult<TranslationOutputs> again = cached.run("to  be ");
        again.log().stats("clean").cached(); // 1

        cached.run(TranslationInputs.of("to  be "), RunOptions.defaults().withoutCache()); // computes all
        // end::cache
        assertThat(again.log().stats("clean").cached()).isEqualTo(1);
        assertThat(again.log().notes()).isEmpty();
    }

    @Test
    void partsAreToldAsTheyCome() {
        TranslationGraph translation = failingFirst(0);
        List<Object> parts = new ArrayList<>();
        // tag::chunks
        try (EventIterator<TranslationOutputs> events = translation.iter(TranslationInputs.of("to be or not"))) {
            while (events.hasNext()) {
                if (events.next() instanceof Event.Chunk chunk) {
                    parts.add(chunk.path() + ": " + chunk.value()); // "split: TO", then "split: BE", ...
                }
            }
            events.result().outputs().words(); // [TO, BE, OR, NOT]
        }
        // end::chunks
        assertThat(parts).contains("split: TO", "split: NOT", "count: 9 letters so far");
    }
}
