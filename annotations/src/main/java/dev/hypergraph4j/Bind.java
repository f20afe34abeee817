package dev.hypergraph4j;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A fixed value for one input of a nested graph, inside {@link Subgraph}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Bind {

    /** The input, by its name in the nested graph. */
    String input();

    /** The value, in the form of {@link Default#value()}. */
    String value();
}
