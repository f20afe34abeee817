package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalCodeTest {

    @Test
    void whiteSpaceAndCommentsAreDropped() {
        String code = """
                {
                    // the answer
                    int answer /* what else */ = 42 ;\t
                    /** Not
                     * Javadoc either. */
                    return   answer;
                }
                """;
        assertThat(CanonicalCode.of(code)).isEqualTo("{int answer=42;return answer;}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    return x;          | return x;
                    return(x);         | return(x);
                    return/**/x;       | return x;
                    new int [ 3 ]      | new int[3]
                    a+++b              | a++ +b
                    a++ + b            | a++ +b
                    a + ++b            | a+ ++b
                    a - -b             | a- -b
                    a - - b            | a- -b
                    a-- - b            | a-- -b
                    x -> -y            | x->-y
                    i --> 0            | i-->0
                    a / b              | a/b
                    a /* */ / b        | a/b
                    List<List<A> > l   | List<List<A>>l
                    1.5e+3             | 1.5e+3
                    größe $ _          | größe $ _
                    """)
    void tokensStayApartOnlyWhereTheyWouldJoin(String code, String expected) {
        assertThat(CanonicalCode.of(code)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"// no comment\"",
                "\"/* nor  this */\"",
                "\"a  b\"",
                "\"\\\"  // still inside\"",
                "\"\\\\\"",
                "\"\"",
                "'\"'",
                "'\\''",
                "'\\\\'",
                "' '",
                "'/'"
            })
    void literalsAreKeptAsTheyAre(String literal) {
        assertThat(CanonicalCode.of("f( " + literal + " ) ; // \" '")).isEqualTo("f(" + literal + ");");
    }

    @Test
    void whatFollowsALiteralIsReadAgain() {
        assertThat(CanonicalCode.of("\"\\\\\" + x // gone\n + '\"' + /* gone */ \"/*\" + '\\'' + y"))
                .isEqualTo("\"\\\\\"+x+'\"'+\"/*\"+'\\''+y");
    }

    @Test
    void quotesInCommentsOpenNoLiteral() {
        assertThat(CanonicalCode.of("a(); // don't \"\n/* it's \"\"\" */ b();")).isEqualTo("a();b();");
    }

    @Test
    void commentsEndWhereJavaEndsThem() {
        assertThat(CanonicalCode.of("/**/a/***/b/*/ c */d")).isEqualTo("a b d");
        assertThat(CanonicalCode.of("a // x\rb // y\r\nc")).isEqualTo("a b c");
        assertThat(CanonicalCode.of("// https://example.org /* \na")).isEqualTo("a");
    }

    @Test
    void textBlocksKeepTheirContent() {
        String code = "x = \"\"\"\n  a // no comment\n    \"b\"  \\\"\"\" \\\\\n  \"\"\" ;";
        assertThat(CanonicalCode.of(code)).isEqualTo("x=\"\"\"a // no comment\n  \"b\"  \\\"\"\" \\\\\n\"\"\";");
    }

    @Test
    void textBlocksDoNotChangeWithTheIndentationOfTheCode() {
        String code = "return \"\"\"\n    one\n      two\n    \"\"\";";
        String deeper = "return \"\"\"   \n            one\n              two\n            \"\"\";";
        String otherContent = "return \"\"\"\n    one\n    two\n    \"\"\";";
        assertThat(CanonicalCode.of(deeper)).isEqualTo(CanonicalCode.of(code));
        assertThat(CanonicalCode.of(deeper.replace("\n", "\r\n"))).isEqualTo(CanonicalCode.of(code));
        assertThat(CanonicalCode.of(otherContent)).isNotEqualTo(CanonicalCode.of(code));
    }

    @Test
    void unicodeEscapesAreTheCharactersTheyStandFor() {
        assertThat(CanonicalCode.of("gr\\u00f6\\uu00dfe")).isEqualTo("größe");
        assertThat(CanonicalCode.of("\\u0022// inside\\u0022 + x")).isEqualTo("\"// inside\"+x");
        assertThat(CanonicalCode.of("\"\\\\u0022\"")).isEqualTo("\"\\\\u0022\"");
        assertThat(CanonicalCode.of("\"\\\\\\u0022\"")).isEqualTo("\"\\\\\"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"open", "'", "\"\"\"", "\"\"\"\n open \\", "/* open", "// end", "\\", "\"\\"})
    void brokenCodeBreaksNothing(String code) {
        assertThat(CanonicalCode.of(code)).isNotNull();
    }

    @Test
    void differentCodeStaysDifferent() {
        assertThat(CanonicalCode.of("a + ++b")).isNotEqualTo(CanonicalCode.of("a++ + b"));
        assertThat(CanonicalCode.of("\"a b\"")).isNotEqualTo(CanonicalCode.of("\"ab\""));
        assertThat(CanonicalCode.of("int x")).isNotEqualTo(CanonicalCode.of("intx"));
    }
}
