package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.sketch.Sketch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"docs", "_docs", "docs2", "größe", "文書", "record", "yield", "var", "end", "$x"})
    void javaIdentifierIsAName(String name) {
        assertThat(JavaNames.problem(name)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty",
                "my docs | is no Java identifier",
                "2docs | is no Java identifier",
                "my-docs | is no Java identifier",
                "class | is a Java keyword",
                "_ | is a Java keyword",
                "true | is a Java keyword",
                "while | is a Java keyword",
                "END | is reserved",
                "a/b | 'contains ''/'', which separates the parts of a path'",
                "a.b | 'contains ''.'', which separates the parts of a path'",
            })
    void otherNamesHaveAProblem(String name, String problem) {
        assertThat(JavaNames.problem(name)).hasValue(problem);
    }

    @ParameterizedTest(name = "{0} is mended to {1}")
    @CsvSource({
        "my-docs, myDocs",
        "my docs, myDocs",
        "a.b/c, aBC",
        "2docs, docs",
        "docs!, docs",
        "--docs--x, docsX",
        "END, end",
    })
    void mendedNameIsTheOneThatWasMeant(String name, String mended) {
        assertThat(JavaNames.mended(name)).hasValue(mended);
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "---", "", "2"})
    void nothingIsMendedWhereNothingIsLeft(String name) {
        assertThat(JavaNames.mended(name)).isEmpty();
    }

    @Test
    void namesOfAClassAreRefusedWithTheClassAndSilentlyWithTheGraph() {
        Sketch sketch =
                graph("G").node("node-1: a(@From(in-1) int x) -> int out-1").node("b(@From(out-1) int x) -> int y");

        Checked.ownClass(sketch).finds("InvalidName at G.a", "InvalidName at G.a(x)", "InvalidName at G.a -> out-1");
        Checked.graph(sketch).findsNothing();
    }

    @Test
    void namesOfAUseAreRefusedWithTheGraph() {
        Checked.graph(graph("G").declare("L", "a(int x) -> int y").use("b-1", "L.a", "x -> x-1", "y -> y-1"))
                .finds(
                        "InvalidName at @Use b-1",
                        "InvalidName at @Rename x -> x-1 of b-1",
                        "InvalidName at @Rename y -> y-1 of b-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait"})
    void componentsThatJavaForbidsAreRefusedAsInputsAndOutputs(String name) {
        Checked.graph(graph("G").node("a(int " + name + ") -> int y")).finds("InvalidName at G.a(" + name + ")");
        Checked.graph(graph("G").node("a(int x) -> int " + name)).finds("InvalidName at G.a -> " + name);
        Checked.graph(graph("G").node("a(int x) -> int " + name).node("b(int " + name + ") -> int y"))
                .findsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"of", "builder", "SPEC"})
    void membersOfTheInputsRecordAreRefusedAsInputsOnly(String name) {
        Checked.graph(graph("G").node("a(int " + name + ") -> int y")).finds("InvalidName at G.a(" + name + ")");
        Checked.graph(graph("G").node("a(int x) -> int " + name)).findsNothing();
    }

    @Test
    void inputWithSuchANameIsNotTakenForATypoAsWell() {
        Checked.graph(graph("G").node("a(int wait) -> int y").node("b() -> int waits"))
                .finds("InvalidName at G.a(wait)");
    }

    @Test
    void nameOfWhichNothingIsLeftIsMendedByAnother() {
        Checked.ownClass(graph("G").node("a(int x) -> int 42")).says("""
                        [Hypergraph/InvalidName] The output name '42' of G.a is no Java identifier.

                            How to fix:
                              - choose a name that a Java variable can have""");
    }

    @Test
    void recordIsNamedInFull() {
        Checked.graph(graph("app.Outer.G").node("a(int of) -> int y"))
                .saysFirst("G can't have an input 'of': the record Outer_GInputs has a static member of that name.");
    }

    @Test
    void signalHasANameLikeAValue() {
        Checked.ownClass(graph("G").node("a(int x) -> int y emits all-done"))
                .finds("InvalidName at G.a emits all-done")
                .says("""
                        [Hypergraph/InvalidName] The signal 'all-done' of G.a is no Java identifier.

                            How to fix:
                              - write 'allDone'""");
    }

    @ParameterizedTest
    @CsvSource({
        "a(int x) -> int y emits END, InvalidName at G.a emits END",
        "END: a(int x) -> int y, InvalidName at G.a",
        "a(int x) -> int END, InvalidName at G.a -> END",
        "interrupt a(int x) -> String END, InvalidName at G.a -> END",
        "a(int END) -> int y, InvalidName at G.a(END)",
    })
    void nothingIsCalledAsTheEndOfAPath(String node, String finding) {
        Checked.ownClass(graph("G").node(node)).finds(finding);
    }

    @Test
    void contextMayHaveAnyName() {
        Checked.ownClass(graph("G").node("a(NodeContext END, int x) -> int y")).findsNothing();
    }
}
