package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DefinitionHashTest {
    private static final String METHOD =
            "@Node(outputName = \"y\") List<String> f(int x) { return List.of(\"\" + x); }";

    @Test
    void hasSixteenHexadecimalDigits() {
        assertThat(hash(METHOD)).matches("[0-9a-f]{16}");
    }

    @Test
    void isTheSameOnEveryCompilerAndMachine() {
        assertThat(hash(METHOD))
                .isEqualTo(DefinitionHash.of(
                        "java.util.List<java.lang.String> f(int x x REQUIRED){return List.of(\"\"+x);}"));
    }

    @Test
    void doesNotChangeWithCommentsAndWhiteSpace() {
        String other = """
                /** Says it. */
                @Deprecated
                @Node(outputName = "y")
                List<String>
                    f(int /* any */ x)
                {
                    // a list
                    return List.of(
                        ""+x);
                }
                """;
        assertThat(hash(other)).isEqualTo(hash(METHOD));
    }

    @Test
    void doesNotChangeWithTheNodesBeside() {
        assertThat(hash(METHOD + "@Node(outputName = \"z\") int g() { return 1; }"))
                .isEqualTo(hash(METHOD));
    }

    @Test
    void changesWithTheBody() {
        assertThat(hash(METHOD.replace("\"\"", "\" \""))).isNotEqualTo(hash(METHOD));
    }

    @Test
    void changesWithParametersAndWhatTheyAreGiven() {
        assertThat(hash(METHOD.replace("int x", "long x"))).isNotEqualTo(hash(METHOD));
        assertThat(hash(METHOD.replace("int x", "@Default(\"1\") int x"))).isNotEqualTo(hash(METHOD));
        assertThat(hash(METHOD.replace("int x", "@From(\"z\") int x"))).isNotEqualTo(hash(METHOD));
    }

    @Test
    void changesWithTheReturnType() {
        assertThat(hash(METHOD.replace("List<String> f", "Collection<String> f")))
                .isNotEqualTo(hash(METHOD));
    }

    @Test
    void changesWithAnImportThatChangesAType() {
        String method = "@Node(outputName = \"y\") Object f(Date x) { return x; }";
        assertThat(hash("import java.sql.Date;", method)).isNotEqualTo(hash("import java.util.Date;", method));
    }

    @Test
    void changesWithWhatAGateOpens() {
        String gate = "@Route(targets = {\"a\", \"b\"}) String f(int x) { return \"a\"; }";
        assertThat(hash(gate.replace("\"b\"", "\"c\""))).isNotEqualTo(hash(gate));
        assertThat(hash(gate.replace("\"b\"}", "\"b\"}, fallback = \"a\""))).isNotEqualTo(hash(gate));
        assertThat(hash(gate.replace("\"b\"}", "\"b\"}, defaultOpen = false"))).isNotEqualTo(hash(gate));
        assertThat(hash(gate.replace("{\"a\", \"b\"}", "/* both */ {\"b\", \"a\"}")))
                .isEqualTo(hash(gate));
    }

    @Test
    void changesWithWhereAConstantLeads() {
        String gate = "@Route Next f() { return Next.a; } enum Next { a, b }";
        assertThat(hash(gate.replace("a, b", "a, @Target(\"c\") b"))).isNotEqualTo(hash(gate));
        assertThat(hash(gate.replace("a, b", "b, a"))).isEqualTo(hash(gate));
    }

    @Test
    void changesWithTheAnswer() {
        String question = "@Interrupt(answerName = \"a\") Question<String> f() { return null; }";
        assertThat(hash(question.replace("\"a\"", "\"b\""))).isNotEqualTo(hash(question));
    }

    @Test
    void changesWithSignalsAndCaching() {
        String[] others = {"cache = true", "emit = \"s\"", "waitFor = \"s\""};
        for (String other : others) {
            assertThat(hash(METHOD.replace("\"y\"", "\"y\", " + other)))
                    .as(other)
                    .isNotEqualTo(hash(METHOD));
        }
    }

    @Test
    void doesNotChangeWithHowOftenAndHowLongItIsTried() {
        assertThat(hash(METHOD.replace("\"y\"", "\"y\", timeout = \"PT1S\", retry = @Retry(maxAttempts = 2)")))
                .isEqualTo(hash(METHOD));
    }

    @Test
    void doesNotChangeWithWhetherItMayBeRepeatedAfterACrash() {
        assertThat(hash(METHOD.replace("\"y\"", "\"y\", effect = Effect.ONCE"))).isEqualTo(hash(METHOD));
    }

    private static String hash(String members) {
        return hash("", members);
    }

    private static String hash(String imports, String members) {
        AtomicReference<String> hash = new AtomicReference<>();
        Reading.of("package p; " + imports + " class X { " + members + " }")
                .methods("p.X", methods -> hash.set(methods.get(0).hash()));
        return hash.get();
    }
}
