package dev.hypergraph4j.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.samples.guide.gates.ChecksGraph;
import dev.hypergraph4j.samples.guide.gates.Desk;
import dev.hypergraph4j.samples.guide.gates.DeskGraph;
import dev.hypergraph4j.samples.guide.gates.DeskOutputs;
import dev.hypergraph4j.samples.guide.gates.LoanGraph;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatesTest {
    private final DeskGraph desk = DeskGraph.create(new Desk(Map.of("Open today?", "Until six.")));

    @Test
    void aGateOpensOneOfItsTargets() {
        // tag::skipped
        RunResult<DeskOutputs> result = desk.run("Open today?");

        result.outputs().letter(); // Optional[Until six. ...]: 'decide' may end the path
        result.skipped(); // [chat]
        // end::skipped
        assertThat(result.outputs().letter()).hasValue("Until six.\nYours, the desk");
        assertThat(result.skipped()).containsExactly("chat");
    }

    @Test
    void endOpensNothing() {
        // tag::end
        desk.run("").outputs().letter(); // Optional.empty
        desk.run("").skipped(); // [lookUp, chat, sign]
        // end::end
        assertThat(desk.run("").outputs().letter()).isEmpty();
        assertThat(desk.run("").skipped()).containsExactly("lookUp", "chat", "sign");
    }

    @Test
    void anyGateOpensANode() {
        LoanGraph loan = LoanGraph.create();
        // tag::loan
        String small = loan.run(500, 20_000).outputs().decision(); // approved: 500
        String large = loan.run(5_000, 20_000).outputs().decision(); // approved: 5000, 25 % of the income
        String excessive = loan.run(50_000, 20_000).outputs().decision(); // rejected: 250 % of the income
        // end::loan
        assertThat(small).isEqualTo("approved: 500");
        assertThat(large).isEqualTo("approved: 5000, 25 % of the income");
        assertThat(excessive).isEqualTo("rejected: 250 % of the income");
    }

    @Test
    void aGateOpensSeveralNodesOrItsFallback() {
        ChecksGraph checks = ChecksGraph.create();
        assertThat(checks.run("42 is on https://example.org").values()).containsOnlyKeys("numbers", "links");
        assertThat(checks.run("42").values()).containsOnlyKeys("numbers");
        assertThat(checks.run("Hello").outputs().remark()).isEqualTo(Optional.of("Nothing to look at."));
    }
}
