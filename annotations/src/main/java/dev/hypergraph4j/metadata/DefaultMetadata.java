package dev.hypergraph4j.metadata;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The default of an input of a graph, as part of {@link GraphMetadata}: either a literal or a method that provides it. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface DefaultMetadata {

    /** The name of the input. */
    String input();

    /** The text that {@code @Default} has. */
    String literal() default "";

    /** The method, behind the canonical name of its class and a dot; empty where the default is a literal. */
    String provider() default "";
}
