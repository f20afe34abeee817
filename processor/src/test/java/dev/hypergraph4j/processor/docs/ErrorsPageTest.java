package dev.hypergraph4j.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.docs.ErrorsPage.Block;
import dev.hypergraph4j.processor.docs.ErrorsPage.Example;
import dev.hypergraph4j.processor.javac.Compiled;
import dev.hypergraph4j.processor.javac.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the page together with the processor: every example is compiled, and every message is the one that is printed. */
class ErrorsPageTest {
    private static final ErrorsPage PAGE = ErrorsPage.read();

    /** All in one line, so that the lines of an example count from 2. */
    private static final String HEADER =
            "package app; import dev.hypergraph4j.*; import java.util.*; import org.jspecify.annotations.Nullable;";

    private static final Pattern LEFT_OUT = Pattern.compile("long x(\\d+), /\\* \\.\\.\\. \\*/ long x(\\d+)");

    private static final List<String> RULES = List.of(
            "UnknownInput",
            "TypeMismatch",
            "InputConflict",
            "DuplicateOutput",
            "ParallelOutputs",
            "NameCollision",
            "InvalidName",
            "UnseededCycle",
            "EndlessCycle",
            "IdleSeed",
            "UnknownTarget",
            "UnreachableOutput",
            "UnknownNode",
            "UnknownValue",
            "BadNodeMethod",
            "BadDefault",
            "BadEntryMethod",
            "BadSubgraph",
            "NotIterable",
            "MappedInterrupt",
            "NotPersistable",
            "NamesMissing",
            "TooLarge",
            "SuspiciousInput",
            "UnusedOutput",
            "DeadNode",
            "SideEffectUnordered");

    static Stream<Example> examples() {
        return PAGE.examples().stream();
    }

    @Test
    void everyRuleHasASectionWithAnExample() {
        assertThat(PAGE.sections().keySet()).containsExactlyElementsOf(RULES);
        assertThat(examples().map(Example::rule).distinct()).containsExactlyElementsOf(RULES);
    }

    @Test
    void messageOfTheIntroductionIsThatOfAnExample() {
        assertThat(PAGE.sections().get("UnknownInput")).containsAll(PAGE.introduction());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void refusedExampleIsRefusedAsThePageSays(Example example) {
        Compiled compiled = compiled(example.refused());

        compiled.prints(example.output());
        assertThat(compiled.diagnostics())
                .singleElement()
                .satisfies(diagnostic ->
                        assertThat(diagnostic.getMessage(null)).startsWith("[Hypergraph/" + example.rule() + "]"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void mendedExampleIsRight(Example example) {
        compiled(example.mended()).printsNothing();
    }

    private static Compiled compiled(List<Block> blocks) {
        List<String> sources = new ArrayList<>();
        Library library = Library.none();
        for (Block block : blocks) {
            String source = HEADER + "\n" + complete(block.text());
            switch (block.language()) {
                case "java" -> sources.add(source);
                case "java jar" -> library = Library.compiledWithoutProcessor(source);
                case "java processed-jar" -> library = Library.compiled(source);
                default -> throw new AssertionError("what is a block of " + block.language() + "?");
            }
        }
        assertThat(sources).hasSize(1);
        return library.compileBelowHeader(sources.get(0));
    }

    /** Writes out parameters that the page leaves out. */
    private static String complete(String example) {
        return LEFT_OUT.matcher(example)
                .replaceAll(range -> IntStream.rangeClosed(
                                Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)))
                        .mapToObj(number -> "long x" + number)
                        .collect(Collectors.joining(", ")));
    }
}
