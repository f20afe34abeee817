package dev.hypergraph4j.benchmarks.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    static Stream<Layout> layouts() {
        return Stream.of(1, 10, 100, 1000)
                .flatMap(nodes -> Stream.of(Layout.chain(nodes), Layout.independent(nodes), Layout.tree(nodes)));
    }

    static Stream<Layout> fanOuts() {
        return Stream.of(10, 100, 1000).map(Layout::fanOut);
    }

    @ParameterizedTest
    @MethodSource({"layouts", "fanOuts"})
    void nodesTakeOnlyWhatIsThereBeforeThem(Layout layout) {
        Set<String> there = new HashSet<>(Set.of(Layout.INPUT));
        for (Step step : layout.steps()) {
            assertThat(there).containsAll(step.takes());
            assertThat(there.add(step.name())).isTrue();
        }
        assertThat(there).hasSize(layout.size() + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1000})
    void fanOutHasAsManyNodesAsItWasAskedForAndOneOutput(int nodes) {
        Layout fanOut = Layout.fanOut(nodes);

        assertThat(fanOut.size()).isEqualTo(nodes);
        assertThat(notTaken(fanOut)).containsExactly(fanOut.last().name());
    }

    @Test
    void treeNeedsAllItsNodesAndIsFlat() {
        Layout tree = Layout.tree(1000);

        assertThat(notTaken(tree)).containsExactly("v1000");
        assertThat(tree.last().takes()).containsExactly("v999", "v998");
    }

    @Test
    void partsAreShortEnoughForTheJit() {
        assertThat(Layout.chain(1000).parts())
                .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(64));
        assertThat(Layout.fanOut(1000).parts())
                .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(64));
    }

    private static List<String> notTaken(Layout layout) {
        Set<String> taken = new HashSet<>();
        layout.steps().forEach(step -> taken.addAll(step.takes()));
        return layout.steps().stream()
                .map(Step::name)
                .filter(name -> !taken.contains(name))
                .toList();
    }
}
