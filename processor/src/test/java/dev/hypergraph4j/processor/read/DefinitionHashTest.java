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
