package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.ErrorHandling;
import org.junit.jupiter.api.Test;

class RunOptionsTest {

    @Test
    void nothingIsSpecialByDefault() {
        assertThat(RunOptions.defaults()).isEqualTo(new RunOptions(null, ErrorHandling.RAISE, false));
    }

    @Test
    void optionsAddUp() {
        assertThat(RunOptions.workflow("po-17").onError(ErrorHandling.CONTINUE).captureValues())
                .isEqualTo(new RunOptions("po-17", ErrorHandling.CONTINUE, true));
        assertThat(RunOptions.defaults().captureValues().withRunId("a").withRunId("b"))
                .isEqualTo(new RunOptions("b", ErrorHandling.RAISE, true));
    }

    @Test
    void optionsThatAreThereStayAsTheyAre() {
        RunOptions options = RunOptions.workflow("po-17");

        assertThat(options.withRunId("other")).isNotEqualTo(options);
        assertThat(options).isEqualTo(new RunOptions("po-17", ErrorHandling.RAISE, false));
        assertThat(RunOptions.defaults().runId()).isNull();
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
