/**
 * A small language for graphs without a compiler, for tests of {@code wire} and {@code check}: {@link dev.hypergraph4j.processor.sketch.Sketch} makes
 * a model from lines like {@code retrieve(List<String> terms, int topK = 5) -> List<Doc> docs}.
 */
@NullMarked
package dev.hypergraph4j.processor.sketch;

import org.jspecify.annotations.NullMarked;
