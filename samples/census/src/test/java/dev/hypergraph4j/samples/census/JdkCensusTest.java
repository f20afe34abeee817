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
    private final JdkCensusGraph graph = JdkCensusGraph.create();
    private ParsedModules javaBase;
    private RunResult<JdkCensusOutputs> result;

    @BeforeAll
    void countJavaBase() throws IOException {
        javaBase = ParsedModules.of(List.of("java.base"), AsyncRunner.create());
        result = AsyncRunner.create().run(graph, inputs(javaBase));
    }

    @Test
    void bothRunnersGiveTheSameCensus() throws IOException {
        ParsedModules oneByOne = ParsedModules.of(List.of("java.base"), SyncRunner.create());

        assertThat(oneByOne.classes()).isEqualTo(javaBase.classes());
        assertThat(oneByOne.instructions()).isEqualTo(javaBase.instructions());
        assertThat(SyncRunner.create().run(graph, inputs(oneByOne)).outputs()).isEqualTo(result.outputs());
    }

    @Test
    void everyClassFileIsAnItem() {
        assertThat(javaBase.log().items()).isEqualTo(javaBase.classes().size());
        assertThat(javaBase.log().stats("parse").count())
                .isEqualTo(javaBase.classes().size());
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
        JdkCensusOutputs three = graph.run(inputs(javaBase).withTop(3)).outputs();

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
    void objectIsTheRootAndStringIsInJavaLang() {
        List<ClassFacts> classes = javaBase.classes();

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
    void readmeShowsTheGraph() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(readme).contains("```mermaid\n" + graph.toMermaid() + "\n```");
        assertThat(readme).contains("```mermaid\n" + ClassFileGraph.create().toMermaid() + "\n```");
    }

    private static JdkCensusInputs inputs(ParsedModules parsed) {
        return JdkCensusInputs.of(parsed.classes(), parsed.instructions());
    }
}
