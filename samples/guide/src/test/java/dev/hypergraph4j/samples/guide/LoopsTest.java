package dev.hypergraph4j.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.InfiniteLoopException;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.samples.guide.loops.Chat;
import dev.hypergraph4j.samples.guide.loops.ChatGraph;
import dev.hypergraph4j.samples.guide.loops.ParcelGraph;
import dev.hypergraph4j.samples.guide.loops.RootGraph;
import dev.hypergraph4j.samples.guide.loops.SummaryGraph;
import dev.hypergraph4j.samples.guide.loops.SummaryOutputs;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopsTest {

    @Test
    void aCycleTurnsUntilItsGateLeavesIt() {
        SummaryGraph summary = SummaryGraph.create();
        // tag::cycle
        List<String> sentences = List.of("It rains.", "It pours.", "The old man is snoring.");
        RunResult<SummaryOutputs> result = summary.run(sentences, 3, 20);

        result.outputs().summary(); // "It rains. It pours."
        for (NodeRecord step : result.log().steps()) {
            step.node(); // take, isTooLong, shorten, take, isTooLong
            step.iteration(); // 0, 0, 0, 1, 1
        }
        result.log().stats("take").count(); // 2
        // end::cycle
        assertThat(result.outputs().summary()).isEqualTo("It rains. It pours.");
        assertThat(result.log().steps())
                .extracting(step -> step.node() + step.iteration())
                .containsExactly("take0", "isTooLong0", "shorten0", "take1", "isTooLong1");
        assertThat(result.log().stats("take").count()).isEqualTo(2);
    }

    @Test
    void aListGrowsOnceATurn() {
        List<String> words = List.of("hello", "nice weather", "bye");
        ChatGraph chat = ChatGraph.create(new Chat(messages -> words.get(messages.size())));
        // tag::list
        chat.run(List.of()).outputs().messages(); // [hello, nice weather, bye]
        // end::list
        assertThat(chat.run(List.of()).outputs().messages()).isEqualTo(words);
    }

    @Test
    void aCycleEndsWhenItsValueStaysTheSame() {
        // tag::converges
        double root = RootGraph.create().run(2).outputs().root(); // 1.414213562373095
        // end::converges
        assertThat(root).isEqualTo(1.414213562373095);
    }

    @Test
    void aCycleThatGoesOnForEverIsEnded() {
        ChatGraph chat = ChatGraph.create(new Chat(messages -> "and another thing"));
        // tag::endless
        try {
            chat.run(List.of());
        } catch (InfiniteLoopException endless) {
            endless.iterations(); // 1000
            endless.nodes(); // [think, append, isGoodbye]
            endless.getMessage(); // also tells which values kept changing
        }
        // end::endless
        assertThatThrownBy(() -> chat.run(List.of())).isInstanceOfSatisfying(InfiniteLoopException.class, endless -> {
            assertThat(endless.iterations()).isEqualTo(1000);
            assertThat(endless.nodes()).containsExactly("think", "append", "isGoodbye");
        });
    }

    @Test
    void aSharedValueIsPassedFromOneNodeToTheNext() {
        // tag::shared
        ParcelGraph parcel = ParcelGraph.create();
        parcel.run(List.of("packed"), 5, "Rome").outputs().history(); // [packed, paid 5, shipped to Rome]
        // end::shared
        assertThat(parcel.run(List.of("packed"), 5, "Rome").outputs().history())
                .containsExactly("packed", "paid 5", "shipped to Rome");
    }
}
