package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static dev.hypergraph4j.runtime.TestGraph.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** Values that several nodes give, one after the other. */
@EndsInTime
class SharedTest {

    @Way.Every
    void eachReaderSeesWhatWasGivenLastBeforeIt(Way way) {
        TestGraph graph = graph().input("m")
                .shared("m")
                .node("first", takes("m"), gives("f"), in -> in.text("m") + " at first")
                .node("write", takes("f"), gives("m"), in -> "written")
                .node("between", takes("m").after("write"), gives("b"), in -> in.text("m") + " between")
                .node("overwrite", takes("b", "m").after("write"), gives("m"), in -> in.text("m") + " twice")
                .node("last", takes("m").after("write", "overwrite"), gives("l"), in -> in.text("m") + " at last")
                .outputs("f", "b", "l", "m");

        assertThat(way.run(graph, "m", "given").outputs())
                .isEqualTo(Map.of(
                        "f", "given at first",
                        "b", "written between",
                        "l", "written twice at last",
                        "m", "written twice"));
    }

    @Way.Every
    void giverThatIsSkippedLeavesWhatWasThere(Way way) {
        TestGraph graph = graph().input("m")
                .input("choice")
                .shared("m")
                .gate("gate", takes("choice"), to("write"), in -> in.get("choice"))
                .node("write", takes(), gives("m"), in -> "written")
                .node("read", takes("m").after("write"), gives("r"), in -> in.text("m"))
                .outputs("r");

        assertThat(way.run(graph, "m", "given", "choice", "write").outputs()).isEqualTo(Map.of("r", "written"));
        assertThat(way.run(graph, "m", "given", "choice", "END").outputs()).isEqualTo(Map.of("r", "given"));
    }

    @Way.Every
    void readerOfAValueThatNobodyGaveIsSkipped(Way way) {
        TestGraph graph = graph().shared("m")
                .gate("gate", takes(), to("write"), in -> "END")
                .node("write", takes(), gives("m"), in -> "written")
                .node("read", takes("m").after("write"), gives("r"), in -> in.text("m"))
                .outputs("r");

        assertThat(way.run(graph).skipped()).containsExactly("write", "read");
    }

    @Way.Every
    void readerOfAValueThatNeitherTheCallerNorANodeGaveIsSkipped(Way way) {
        TestGraph graph = graph().optional("m", String.class)
                .input("choice")
                .shared("m")
                .node("first", takes().maybe("m"), gives("f"), in -> in.has("m"))
                .gate("gate", takes("choice", "f"), to("write"), in -> in.get("choice"))
                .node("write", takes(), gives("m"), in -> "written")
                .node("read", takes("m").after("write"), gives("r"), in -> in.text("m"))
                .outputs("r");

        assertThat(way.run(graph, "choice", "END").skipped()).containsExactly("write", "read");
        assertThat(way.run(graph, "choice", "END", "m", "given").outputs()).isEqualTo(Map.of("r", "given"));
        assertThat(way.run(graph, "choice", "write").outputs()).isEqualTo(Map.of("r", "written"));
    }

    @Way.Every
    void readerThatCanDoWithoutAValueRunsThoughNobodyGaveIt(Way way) {
        TestGraph graph = graph().optional("m", String.class)
                .shared("m")
                .node("first", takes().maybe("m"), gives("f"), in -> in.has("m"))
                .gate("gate", takes("f"), to("write"), in -> "END")
                .node("write", takes(), gives("m"), in -> "written")
                .node("read", takes().maybe("m").after("write"), gives("r"), in -> in.has("m"))
                .outputs("r");

        assertThat(way.run(graph).outputs()).isEqualTo(Map.of("r", false));
    }

    @Way.Every
    void sharedValueGrowsInACycleWithoutMakingItTurn(Way way) {
        TestGraph graph = graph().input("n")
                .input("log")
                .shared("log")
                .node(
                        "count",
                        takes("log").seed("n"),
                        gives("n", "log"),
                        in -> List.of(in.integer("n") + 1, in.text("log") + in.get("n")))
                .node("note", takes("n", "log").after("count"), gives("log"), in -> in.text("log") + ",")
                .gate("goOn", takes("n").waitsFor("log"), to("count"), in -> in.integer("n") < 3 ? "count" : "END")
                .loop(10, "count", "goOn")
                .outputs("log");

        RunResult<Map<String, Object>> result = way.run(graph, "n", 0, "log", ":");

        assertThat(result.outputs()).isEqualTo(Map.of("log", ":0,1,2,"));
        assertThat(result.log().stats("note").count()).isEqualTo(3);
    }
}
