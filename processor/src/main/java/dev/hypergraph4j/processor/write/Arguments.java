package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.stream.Collector;

/** Joins expressions so that long lists of them are wrapped. */
final class Arguments {
    private Arguments() {}

    /** {@code a, b, c}. */
    static Collector<CodeBlock, ?, CodeBlock> joined() {
        return CodeBlock.joining(",$W");
    }

    /** {@code a || b || c}. */
    static Collector<CodeBlock, ?, CodeBlock> alternatives() {
        return CodeBlock.joining(" ||$W");
    }
}
