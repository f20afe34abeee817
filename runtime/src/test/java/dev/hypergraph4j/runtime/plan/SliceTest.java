package dev.hypergraph4j.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SliceTest {
    private final Plan plan = Plans.chain(10);

    @Test
    void wholeHasAllNodes() {
        Slice<Integer> whole = plan.whole(value -> Map.of());

        assertThat(whole.index()).isZero();
        assertThat(whole.size()).isEqualTo(10);
        assertThat(whole.ranges()).isEqualTo(1);
        assertThat(whole.from(0)).isZero();
        assertThat(whole.to(0)).isEqualTo(10);
        assertThat(whole.last()).isEqualTo(9);
    }

    @Test
    void sliceHasTheNodesOfItsRanges() {
        Slice<Integer> slice = plan.slice(2, value -> Map.of(), 0, 3, 5, 6);

        assertThat(slice.index()).isEqualTo(2);
        assertThat(slice.size()).isEqualTo(4);
        assertThat(slice.ranges()).isEqualTo(2);
        assertThat(slice.from(1)).isEqualTo(5);
        assertThat(slice.to(1)).isEqualTo(6);
        assertThat(slice.last()).isEqualTo(5);
    }

    @Test
    void sliceWithoutNodesHasNoLastOne() {
        Slice<Integer> slice = plan.slice(1, value -> Map.of());

        assertThat(slice.size()).isZero();
        assertThat(slice.last()).isEqualTo(-1);
    }

    @Test
    void resultIsReadByName() {
        Slice<Integer> slice = plan.whole(value -> Map.of("v9", value));

        assertThat(slice.byName(7)).isEqualTo(Map.of("v9", 7));
    }
}
