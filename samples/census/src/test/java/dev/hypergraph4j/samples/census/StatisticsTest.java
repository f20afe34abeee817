package dev.hypergraph4j.samples.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The statistics are plain methods: no graph runs here. */
class StatisticsTest {
    private static final List<ClassFacts> CLASSES = List.of(
            type("java.lang.Object", "base", TypeKind.CLASS, null, 3),
            type("java.lang.Shape", "base", TypeKind.INTERFACE, "java.lang.Object", 0),
            type("java.lang.Round", "base", TypeKind.CLASS, "java.lang.Object", 30),
            type("draw.Circle", "desk", TypeKind.CLASS, "java.lang.Round", 20),
            type("draw.Dot", "desk", TypeKind.CLASS, "draw.Circle", 10),
            type("draw.Alien", "desk", TypeKind.CLASS, "elsewhere.Unknown", 10));

    @Test
    void totalsAreSums() {
        assertThat(Statistics.total(CLASSES)).isEqualTo(new Totals(2, 2, 6, 1, 12, 73, 18));
    }

    @Test
    void nothingCountedGivesZeros() {
        assertThat(Statistics.total(List.of())).isEqualTo(new Totals(0, 0, 0, 0, 0, 0, 0));
        assertThat(Statistics.rankModules(List.of(), 3)).isEqualTo(new Ranking(List.of(), 0, 0));
        assertThat(Statistics.findDeepestDescents(List.of(), 3)).isEmpty();
    }

    @Test
    void kindsAreRankedBySize() {
        assertThat(Statistics.rankKinds(CLASSES))
                .isEqualTo(new Ranking(List.of(entry("class", 5), entry("interface", 1)), 0, 0));
    }

    @Test
    void fileVersionsAreJavaVersions() {
        assertThat(Statistics.rankFileVersions(CLASSES, 3)).isEqualTo(new Ranking(List.of(entry("Java 17", 6)), 0, 0));
    }

    @Test
    void equalSizesAreInAlphabeticalOrder() {
        assertThat(Statistics.rankModules(CLASSES, 3))
                .isEqualTo(new Ranking(List.of(entry("base", 3), entry("desk", 3)), 0, 0));
    }

    @Test
    void whatIsNotAmongTheLargestIsSummedUp() {
        assertThat(Statistics.rankInstructions(Map.of("dup", 5L, "pop", 4L, "nop", 3L, "ret", 2L), 2))
                .isEqualTo(new Ranking(List.of(entry("dup", 5), entry("pop", 4)), 2, 5));
    }

    @Test
    void eachPackageHasOneLongestMethod() {
        assertThat(Statistics.findLongestMethods(CLASSES, 10))
                .containsExactly(new MethodSize("java.lang.Round.run()", 30), new MethodSize("draw.Circle.run()", 20));
        assertThat(Statistics.findLongestMethods(CLASSES, 1)).hasSize(1);
    }

    @Test
    void descentsGoUpToObjectAndTheDeepestComeFirst() {
        List<Descent> descents = Statistics.findDeepestDescents(CLASSES, 10);

        assertThat(descents.get(0).line())
                .containsExactly("draw.Dot", "draw.Circle", "java.lang.Round", "java.lang.Object");
        assertThat(descents)
                .extracting(Descent::className)
                .containsExactly(
                        "draw.Dot",
                        "draw.Circle",
                        "java.lang.Round",
                        "java.lang.Shape",
                        "draw.Alien",
                        "java.lang.Object");
        assertThat(descents).extracting(Descent::depth).containsExactly(3, 2, 1, 1, 0, 0);
    }

    private static Ranking.Entry entry(String label, long count) {
        return new Ranking.Entry(label, count);
    }

    /** A type with three strings and two methods, one of which has all the instructions; interfaces are sealed. */
    private static ClassFacts type(String name, String module, TypeKind kind, String superclass, int instructions) {
        Optional<MethodSize> longest =
                instructions == 0 ? Optional.empty() : Optional.of(new MethodSize(name + ".run()", instructions));
        boolean isSealed = kind == TypeKind.INTERFACE;
        return new ClassFacts(
                name, module, kind, isSealed, Optional.ofNullable(superclass), 61, 2, instructions, 3, longest);
    }
}
