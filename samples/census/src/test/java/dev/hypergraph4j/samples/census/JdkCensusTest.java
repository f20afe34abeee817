package dev.hypergraph4j.samples.census;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.AsyncRunner;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.SyncRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The graph on {@code java.base}: what holds on any JDK. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdkCensusTest {
    private static final JdkCensusInputs JAVA_BASE = JdkCensusInputs.of(List.of("java.base"));

    private final JdkCensusGraph graph = JdkCensusGraph.create();
    private RunResult<JdkCensusOutputs> result;

    @BeforeAll
    void countJavaBase() {
        result = AsyncRunner.create().run(graph, JAVA_BASE);
    }

    @Test
    void bothRunnersGiveTheSameCensus() {
        assertThat(SyncRunner.create().run(graph, JAVA_BASE).outputs()).isEqualTo(result.outputs());
    }

    @Test
    void sizesAddUpToTheTotals() {
        JdkCensusOutputs census = result.outputs();
        Totals totals = census.totals();

        assertThat(totals.modules()).isEqualTo(1);
        assertThat(totals.classes()).isGreaterThan(5_000);
        assertThat(List.of(census.kinds(), census.fileVersions(), census.moduleSizes(), census.packageSizes()))
                .extracting(Ranking::total)
                .containsOnly(totals.classes());
        assertThat(census.instructionMix().total()).isEqualTo(totals.instructions());
        assertThat(census.packageSizes().largest().size()
                        + census.packageSizes().others())
                .isEqualTo((int) totals.packages());
    }

    @Test
    void topSaysHowLongTheListsAre() {
        JdkCensusOutputs three =
                graph.run(in -> in.modules(List.of("java.base")).top(3)).outputs();

        assertThat(result.outputs().packageSizes().largest()).hasSize(10);
        assertThat(three.packageSizes().largest()).hasSize(3);
        assertThat(three.longestMethods()).hasSize(3);
        assertThat(three.deepestDescents()).hasSize(3);
        assertThat(three.totals()).isEqualTo(result.outputs().totals());
    }

    @Test
    void everyDescentEndsAtObject() {
        assertThat(result.outputs().deepestDescents())
                .allSatisfy(descent -> assertThat(descent.line()).endsWith("java.lang.Object"));
    }

    @Test
    void objectIsTheRootAndStringIsInJavaLang() throws IOException {
        List<ClassFacts> classes = Parsing.parse(List.of("java.base")).classes();

        assertThat(Statistics.findDeepestDescents(classes, classes.size()))
                .filteredOn(descent -> descent.depth() == 0)
                .containsExactly(new Descent(List.of("java.lang.Object")));
        assertThat(classes)
                .filteredOn(type -> type.name().equals("java.lang.String"))
                .singleElement()
                .satisfies(string -> {
                    assertThat(string.packageName()).isEqualTo("java.lang");
                    assertThat(string.module()).isEqualTo("java.base");
                    assertThat(string.superclass()).hasValue("java.lang.Object");
                });
    }

    @Test
    void bothGroupsOfModulesAreReadWithoutWaitingForEachOther() {
        assertThat(graph.definition().nodes())
                .filteredOn(node -> node.method().equals("Parsing.parse"))
                .extracting(node -> node.name())
                .containsExactly("parseJava", "parseJdk");
    }

    @Test
    void modulesOfJavaSeAreOneGroup() {
        assertThat(JdkCensus.split(List.of("java.base", "jdk.jfr", "java.xml")))
                .isEqualTo(new JdkCensus.ModuleGroups(List.of("java.base", "java.xml"), List.of("jdk.jfr")));
    }

    @Test
    void readmeShowsTheGraph() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("```mermaid\n" + graph.toMermaid() + "\n```");
    }
}
