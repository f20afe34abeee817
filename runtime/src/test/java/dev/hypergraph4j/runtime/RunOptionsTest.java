package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.event.EventProcessor;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunOptionsTest {

    @Test
    void nothingIsSpecialByDefault() {
        assertThat(RunOptions.defaults())
                .isEqualTo(new RunOptions(null, ErrorHandling.RAISE, false, true, List.of(), Answers.none(), true));
    }

    @Test
    void optionsAddUp() {
        assertThat(RunOptions.workflow("po-17").onError(ErrorHandling.CONTINUE).captureValues())
                .isEqualTo(
                        new RunOptions("po-17", ErrorHandling.CONTINUE, true, true, List.of(), Answers.none(), true));
        assertThat(RunOptions.defaults().captureValues().withRunId("a").withRunId("b"))
                .isEqualTo(new RunOptions("b", ErrorHandling.RAISE, true, true, List.of(), Answers.none(), true));
    }

    @Test
    void optionsThatAreThereStayAsTheyAre() {
        RunOptions options = RunOptions.workflow("po-17");

        assertThat(options.withRunId("other")).isNotEqualTo(options);
        assertThat(options)
                .isEqualTo(new RunOptions("po-17", ErrorHandling.RAISE, false, true, List.of(), Answers.none(), true));
        assertThat(RunOptions.defaults().runId()).isNull();
    }

    @Test
    void processorsAddUpInTheirOrderAndEachOnce() {
        EventProcessor first = event -> {};
        EventProcessor second = event -> {};

        assertThat(RunOptions.defaults()
                        .processor(first)
                        .captureValues()
                        .processor(second)
                        .withRunId("a")
                        .processor(first)
                        .onError(ErrorHandling.CONTINUE))
                .isEqualTo(new RunOptions(
                        "a", ErrorHandling.CONTINUE, true, true, List.of(first, second), Answers.none(), true));
    }

    @Test
    void nullIsRefused() {
        assertThatThrownBy(() -> RunOptions.workflow(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("id");
        assertThatThrownBy(() -> RunOptions.defaults().onError(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("errorHandling");
    }
}
