package dev.hypergraph4j.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who waits for whom, and why. */
class LinksTest {
    private final Plan.Builder builder = Plan.named("g").input("n", "int");

    @Test
    void seedThatClosesACycleIsNotWaitedForButWakes() {
        node("count").seeds("n", "int").gives("m", "int");
        node("back").takes("m", "int").gives("n", "int");
        Plan plan = builder.region(0, 2, 10).build();

        assertThat(predecessors(plan, 0)).isEmpty();
        assertThat(plan.flow().triggers(0)).containsExactly(1);
        assertThat(plan.flow().needs(0)).isEmpty();
        assertThat(predecessors(plan, 1)).containsExactly(0);
        assertThat(plan.flow().needs(1)).isDeepEqualTo(new int[][] {{0}});
        assertThat(plan.isStraight()).isFalse();
    }

    @Test
    void whoSendsBackWaitsUntilTheReceiverIsThrough() {
        node("late").seeds("n", "int");
        node("early").takes("x", "int").gives("n", "int");
        Plan plan = builder.input("x", "int").region(0, 2, 10).build();

        assertThat(predecessors(plan, 1)).isEmpty();
        assertThat(plan.waitCount(1)).isEqualTo(1);
        assertThat(plan.turnWaitCount(1)).isEqualTo(1);
        assertThat(plan.successor(0, 0)).isEqualTo(1);
    }

    @Test
    void whatANodeGivesItselfWakesItOnlyIfItIsToSettle() {
        node("grow").seeds("n", "int").gives("n", "int");
        node("settle").seeds("m", "int").converging("m").gives("m", "int");
        Plan plan = builder.input("m", "int").region(0, 1, 10).region(1, 2, 10).build();

        assertThat(plan.flow().triggers(0)).isEmpty();
        assertThat(plan.flow().triggers(1)).containsExactly(1);
        assertThat(plan.flow().isConverging(1, 0)).isTrue();
    }

    @Test
    void gateIsWaitedForByTargetsBehindItOnly() {
        node("before").gives("b", "int");
        node("gate").takes("b", "int").opensOne(true, "before", "behind");
        node("behind").gives("c", "int");
        Plan plan = builder.region(0, 2, 10).build();

        assertThat(predecessors(plan, 0)).isEmpty();
        assertThat(predecessors(plan, 2)).containsExactly(1);
        assertThat(plan.flow().isBackward(0)).isTrue();
        assertThat(plan.flow().isBackward(1)).isFalse();
    }

    @Test
    void allWhoGiveAValueAreWaitedForAndOneIsEnough() {
        node("one").gives("v", "int");
        node("two").gives("v", "int");
        node("use").takes("v", "int");
        node("may").mayTake("v", "int");
        Plan plan = builder.build();

        assertThat(predecessors(plan, 2)).containsExactly(0, 1);
        assertThat(plan.flow().needs(2)).isDeepEqualTo(new int[][] {{0, 1}});
        assertThat(predecessors(plan, 3)).containsExactly(0, 1);
        assertThat(plan.flow().needs(3)).isEmpty();
    }

    @Test
    void sharedValueIsWaitedForWhereItIsSaidAndWakesNobody() {
        node("write").gives("s", "int");
        node("read").takes("s", "int").after("write").emits("read");
        node("rewrite").waitsFor("read").gives("s", "int");
        Plan shared = builder.shared("s").build();

        assertThat(predecessors(shared, 1)).containsExactly(0);
        assertThat(shared.flow().needs(1)).isDeepEqualTo(new int[][] {{0, 2}});
        assertThat(shared.flow().triggers(1)).isEmpty();
    }

    @Test
    void sharedValueThatTheCallerMayLeaveOutComesFromTheCallerOrANode() {
        builder.optionalInput("d", "int", "1").optionalInput("s", "int", "");
        node("first").mayTake("s", "int").takes("x", "int").gives("f", "int");
        node("write").takes("f", "int").gives("s", "int").gives("d", "int");
        node("read").takes("s", "int").takes("d", "int").after("write");
        Plan shared = builder.shared("s", "d").build();

        assertThat(shared.flow().uncertainInputs()).containsExactly(2);
        assertThat(shared.flow().needs(0)).isEmpty();
        assertThat(shared.flow().needs(2)).isDeepEqualTo(new int[][] {{1, 3}});
    }

    @Test
    void targetThatIsNoNodeIsRefused() {
        node("gate").opensOne(true, "gone");

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gate 'gate' opens 'gone', which is no node of the plan");
    }

    private NodeBuilder node(String name) {
        return builder.node(name, "G." + name, "G.java", 1, "");
    }

    private static int[] predecessors(Plan plan, int node) {
        return IntStream.range(0, plan.predecessorCount(node))
                .map(i -> plan.predecessor(node, i))
                .toArray();
    }
}
