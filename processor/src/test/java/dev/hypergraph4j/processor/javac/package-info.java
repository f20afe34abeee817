/** The real compiler with the real processor, for tests: {@link dev.hypergraph4j.processor.javac.Compiled} shows what a user of it reads. */
@NullMarked
package dev.hypergraph4j.processor.javac;

import org.jspecify.annotations.NullMarked;
