package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;

import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.sketch.Sketch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadNodeMethodTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PRIVATE | '' | is private | remove 'private'",
                "ABSTRACT | '' | is abstract | give it a body",
                "TYPE_PARAMETERS | A, B | has type parameters (A, B) | declare it with the types that the graph uses",
                "VARARGS | '' | has a variable number of arguments | take a List or an array",
                "PRIVATE_CLASS | Inner | is in a private class (Inner) | remove 'private' from the class",
                "GENERIC_CLASS | Box | is in a class with type parameters (Box) | remove the type parameters of the class, or put the nodes into a class without",
                "OUTPUT_ON_VOID | '' | returns nothing but has an outputName | return the value, or remove outputName",
                "OUTPUT_MISSING | String | returns String but has no outputName | name the value: @Node(outputName = \"...\")",
                "NOT_A_RECORD | String | has several output names but returns no record (String) | return a record with a component for each of 'y' and 'z'",
                "COMPONENT_MISSING | z | has the output name 'z', which is no component of the record it returns | name a component of the record",
                "OUTPUT_TWICE | y | has the output name 'y' twice | name each output once",
                "SEVERAL_ANNOTATIONS | @Node and @Route | has the annotations @Node and @Route | keep one of them",
                "NO_CHOICE | int | is a gate and returns int | return a constant of an enum, a String, or a Set or List of these",
                "NO_TARGETS | '' | is a gate that returns text and lists no targets | list the nodes that it may name: @Route(targets = {...})",
                "NOT_A_BOOLEAN | String | has @IfElse and returns String | return a boolean",
                "NOT_A_QUESTION | String | has @Interrupt and returns String | return a Question<A>, where A is the type of the answer",
                "PRIMITIVE_STREAM | IntStream | returns a stream of primitives (IntStream) | return a Stream of objects: append .boxed()",
                "STREAM_IN_STAGE | Stream<A> | returns a stage of a stream (Stream<A>) | return the stream itself, or a stage of a List",
                "SEVERAL_CONTEXTS | '' | takes more than one NodeContext | take it once",
                "BAD_DURATION | timeout = \"5s\" | has timeout = \"5s\", which is no ISO 8601 duration that fits | write \"PT30S\" for half a minute",
                "BAD_ATTEMPTS | 0 | has @Retry(maxAttempts = 0), and would never run | write 1 or more",
                "BAD_MULTIPLIER | 0.5 | has @Retry(multiplier = 0.5), and would wait less each time | write 1 or more",
                "BAD_JITTER | 1.5 | has @Retry(jitter = 1.5), which is no part of a wait | write 0 to 1",
            })
    void faultIsToldWithItsMend(Fault.Kind kind, String detail, String what, String mend) {
        Checked.ownClass(graph("G").faulty("a(int x) -> int y, int z", new Fault(kind, detail)))
                .finds("BadNodeMethod at G.a")
                .says("""
                        [Hypergraph/BadNodeMethod] G.a can't be a node: it %s.

                            How to fix:
                              - %s""".formatted(what, mend));
    }

    @Test
    void allFaultsOfAMethodAreOneMessage() {
        Checked.ownClass(graph("G")
                        .faulty(
                                "a(Secret x) -> int y",
                                new Fault(Fault.Kind.PRIVATE, ""),
                                new Fault(Fault.Kind.VARARGS, "")))
                .says("""
                        [Hypergraph/BadNodeMethod] G.a can't be a node for 3 reasons.
                            1 : it is private                                            remove 'private'
                            2 : it has a variable number of arguments                    take a List or an array
                            3 : it has the type Secret, which its own package can't see  make the type visible in its package""");
    }

    @Test
    void faultsAreNotToldAgainWithTheGraph() {
        Checked.graph(graph("G")
                        .faulty("a(Secret x) -> int y", new Fault(Fault.Kind.PRIVATE, ""))
                        .node("b(Secret x) -> int z"))
                .findsNothing();
    }

    @Test
    void typeThatTheGraphsPackageCannotSeeIsRefusedWithTheGraph() {
        Sketch sketch = graph("G").library("hidden.L", "a(hidden.Key key) -> List<hidden.Doc> docs, hidden.Key k");

        Checked.nodeClass(sketch.declaration().nodeClasses().get(1)).findsNothing();
        Checked.graph(sketch).finds("BadNodeMethod at L.a").says("""
                        [Hypergraph/BadNodeMethod] G can't use L.a: the package 'app' can't see Key and List<Doc>.
                            node  : L.a(key)
                            graph : app.G

                            How to fix:
                              - make Key and List<Doc> public, or
                              - move G to the package 'hidden'""");
    }

    @Test
    void methodThatIsUsedTwiceIsRefusedOnce() {
        Checked.graph(graph("G").library("hidden.L", "a(hidden.Key x) -> int y").use("b", "L.a", "x -> w", "y -> z"))
                .finds("BadNodeMethod at L.a");
    }

    @Test
    void typeIsVisibleInItsPackage() {
        Checked.graph(graph("hidden.G").library("hidden.L", "a(hidden.Key key) -> int y"))
                .findsNothing();
    }

    @Test
    void classFileIsCheckedWithTheGraphAndReportedWhereItIsTakenIn() {
        Checked.graph(graph("G").jar("L", "a(Secret x) -> int y")).finds("BadNodeMethod at nodes L");
    }
}
