package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import dev.hypergraph4j.processor.javac.Library;
import org.junit.jupiter.api.Test;

class NotPersistableMessageTest {

    private static Compiled shop(String members) {
        return Compiled.of("""
                package app;

                import dev.hypergraph4j.*;
                import java.util.*;

                @Graph(durable = true)
                class Shop {
                %s}
                """.formatted(members.indent(4)));
    }

    @Test
    void componentOfARecordIsShownWithTheWayToIt() {
        shop("""
                record Line(String article, Map<String, Object> meta) {}
                record Order(List<Line> lines) {}

                @Node(outputName = "order")
                Order load(String number) { return null; }
                """).prints("""
                Shop.java:12: error: [Hypergraph/NotPersistable] Shop.load produces 'order', which can't be written and read back exactly: Object may be anything.
                    Order load(String number) { return null; }
                          ^
                      order : Order                output of Shop.load
                      meta  : Map<String, Object>  component of Line
                      path  : Order -> List<Line> -> Line -> Map<String, Object> -> Object

                      How to fix:
                        - say what it is: a record, or a sealed interface of records, or
                        - remove durable, if no run of the graph has to go on after a crash""");
    }

    @Test
    void inputIsShownAtTheParameterWithATypeThatWouldDo() {
        shop("""
                enum Colour { RED }

                @Node(outputName = "count")
                int count(EnumSet<Colour> colours) { return 0; }
                """).prints("""
                Shop.java:11: error: [Hypergraph/NotPersistable] Shop.count takes 'colours', which can't be written and read back exactly.
                    int count(EnumSet<Colour> colours) { return 0; }
                                              ^
                      colours : EnumSet<Colour>  parameter of Shop.count(colours)
                      fault   : EnumSet<Colour> would come back as another class

                      How to fix:
                        - write Set<Colour> instead of EnumSet<Colour>, or
                        - remove durable, if no run of the graph has to go on after a crash""");
    }

    @Test
    void collectionOfWhateverKindIsShownWithAListInsteadOfIt() {
        shop("""
                record Order(Optional<Collection<String>> articles) {}

                @Node(outputName = "order")
                Order load(Iterable<Integer> numbers) { return null; }
                """).prints("""
                Shop.java:11: error: [Hypergraph/NotPersistable] Shop.load produces 'order', which can't be written and read back exactly: Collection<String> may be of any class.
                    Order load(Iterable<Integer> numbers) { return null; }
                          ^
                      order    : Order                         output of Shop.load
                      articles : Optional<Collection<String>>  component of Order
                      path     : Order -> Optional<Collection<String>> -> Collection<String>

                      How to fix:
                        - write List<String> instead of Collection<String>, or
                        - remove durable, if no run of the graph has to go on after a crash

                Shop.java:11: error: [Hypergraph/NotPersistable] Shop.load takes 'numbers', which can't be written and read back exactly: Iterable<Integer> may be of any class.
                    Order load(Iterable<Integer> numbers) { return null; }
                                                 ^
                      numbers : Iterable<Integer>  parameter of Shop.load(numbers)

                      How to fix:
                        - write List<Integer> instead of Iterable<Integer>, or
                        - remove durable, if no run of the graph has to go on after a crash""");
    }

    @Test
    void answerIsShownAtTheMethodThatAsks() {
        shop("""
                static class Verdict {}

                @Interrupt(answerName = "verdict")
                Question<Verdict> review(String page) { return null; }
                """).prints("""
                Shop.java:11: error: [Hypergraph/NotPersistable] Shop.review asks for 'verdict', which can't be written and read back exactly: Verdict is no record.
                    Question<Verdict> review(String page) { return null; }
                                      ^
                      verdict : Verdict  output of Shop.review

                      How to fix:
                        - make Verdict a record, or
                        - remove durable, if no run of the graph has to go on after a crash""");
    }

    @Test
    void keyThatIsNoneAndTypesThatShareANameAreSpelledOut() {
        shop("""
                record Date(int day) {}

                @Node(outputName = "dates")
                List<Map<java.sql.Date, Date>> dates() { return null; }
                """).prints("""
                Shop.java:11: error: [Hypergraph/NotPersistable] Shop.dates produces 'dates', which can't be written and read back exactly: java.sql.Date can't be a key.
                    List<Map<java.sql.Date, Date>> dates() { return null; }
                                                   ^
                      dates : java.util.List<java.util.Map<java.sql.Date, app.Shop.Date>>  output of Shop.dates
                      path  : java.util.List<java.util.Map<java.sql.Date, app.Shop.Date>> -> java.util.Map<java.sql.Date, app.Shop.Date> -> java.sql.Date

                      How to fix:
                        - write LocalDate instead of java.sql.Date, or
                        - use String, an enum, a boxed primitive, UUID, LocalDate or Instant for the key, or
                        - remove durable, if no run of the graph has to go on after a crash""");
    }

    private static final String NESTED = """
            package app;

            import dev.hypergraph4j.*;

            @Graph
            class Rag {
                @Node(outputName = "docs")
                static Object retrieve(String question) { return question; }

                @Node(outputName = "answer")
                static String generate(Object docs) { return ""; }
            }
            """;

    private static final String DESK = """
            package app;

            import dev.hypergraph4j.*;

            @Graph(durable = true)
            @Subgraph(Rag.class)
            class Desk {}
            """;

    @Test
    void valueInsideOfANestedGraphIsShownThere() {
        Compiled.of(NESTED, DESK).prints("""
                Rag.java:8: error: [Hypergraph/NotPersistable] Rag.retrieve produces 'docs', which can't be written and read back exactly: Object may be anything.
                    static Object retrieve(String question) { return question; }
                                  ^
                      docs  : Object  output of Rag.retrieve
                      graph : Desk, which is durable, nests Rag

                      How to fix:
                        - say what it is: a record, or a sealed interface of records, or
                        - remove durable, if no run of the graph has to go on after a crash""");
    }

    @Test
    void inputAndOutputOfANestedGraphAreShownThereToo() {
        Compiled.of(
                        NESTED.replace("Object docs)", "Object docs, Runnable then)")
                                .replace("static Object retrieve", "static String retrieve")
                                .replace("static String generate", "static Runnable generate"),
                        DESK)
                .prints("""
                Rag.java:11: error: [Hypergraph/NotPersistable] Rag.generate produces 'answer', which can't be written and read back exactly: Runnable is code.
                    static Runnable generate(Object docs, Runnable then) { return ""; }
                                    ^
                      answer : Runnable  output of Rag.generate
                      graph  : Desk, which is durable, nests Rag

                      How to fix:
                        - declare what the code works on, and have the node that needs it make it, or
                        - remove durable, if no run of the graph has to go on after a crash

                Rag.java:11: error: [Hypergraph/NotPersistable] Rag.generate takes 'then', which can't be written and read back exactly: Runnable is code.
                    static Runnable generate(Object docs, Runnable then) { return ""; }
                                                                   ^
                      then  : Runnable  parameter of Rag.generate(docs, then)
                      graph : Desk, which is durable, nests Rag

                      How to fix:
                        - declare what the code works on, and have the node that needs it make it, or
                        - remove durable, if no run of the graph has to go on after a crash""");
    }

    @Test
    void nestedGraphThatIsDurableSeesToItself() {
        Compiled.of(NESTED.replace("@Graph", "@Graph(durable = true)"), DESK).prints("""
                Rag.java:8: error: [Hypergraph/NotPersistable] Rag.retrieve produces 'docs', which can't be written and read back exactly: Object may be anything.
                    static Object retrieve(String question) { return question; }
                                  ^
                      docs : Object  output of Rag.retrieve

                      How to fix:
                        - say what it is: a record, or a sealed interface of records, or
                        - remove durable, if no run of the graph has to go on after a crash""");
    }

    @Test
    void namespacedAndMappedGraphsOfKeptValuesAreRight() {
        Compiled.of(NESTED.replace("Object", "String"), """
                package app;

                import dev.hypergraph4j.*;
                import java.util.*;

                @Graph(durable = true)
                @Subgraph(value = Rag.class, name = "one", namespaced = true)
                @Subgraph(value = Rag.class, name = "many", inputs = @Rename(from = "question", to = "questions"),
                        outputs = @Rename(from = "answer", to = "answers"), mapOver = "question")
                class Desk {
                    @Node(outputName = "shown")
                    static String show(RagOutputs one, List<String> answers) { return ""; }
                }
                """).printsNothing();
    }

    @Test
    void enumsOfAJarWhoseConstantsHaveBodiesAreRight() {
        Library.compiled("""
                        package lib;

                        public sealed interface Shape {
                            enum Unit implements Shape {
                                ONE { int size() { return 1; } }, TWO { int size() { return 2; } };
                                abstract int size();
                            }

                            enum Mood implements Shape { GOOD, BAD { public String toString() { return "bad"; } } }
                        }
                        """).compile("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(durable = true)
                        class Web {
                            @Node(outputName = "shape")
                            static lib.Shape draw(lib.Shape.Unit unit) { return unit; }
                        }
                        """).printsNothing();
    }

    @Test
    void valueOfALibraryInAJarIsShownWhereTheGraphTakesItIn() {
        Library.compiled("""
                        package lib;

                        import dev.hypergraph4j.*;

                        public class Loading {
                            public static class Page {}

                            @Node(outputName = "page")
                            public static Page load(String address) { return null; }
                        }
                        """).compile("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(durable = true, nodes = lib.Loading.class)
                        class Web {}
                        """).prints("""
                        Web.java:5: error: [Hypergraph/NotPersistable] Loading.load produces 'page', which can't be written and read back exactly: Page is no record.
                        @Graph(durable = true, nodes = lib.Loading.class)
                                                                  ^
                              page : Page  output of Loading.load

                              How to fix:
                                - declare a record with what is needed of it, or
                                - remove durable, if no run of the graph has to go on after a crash""");
    }
}
