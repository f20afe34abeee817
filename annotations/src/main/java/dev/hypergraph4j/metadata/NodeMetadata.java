package dev.hypergraph4j.metadata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a class file does not tell of a node method. It stands on the forwarding method that is generated for the node in
 * {@code X_Nodes}, which has the method's name and, behind the holder where there is one, its parameters.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface NodeMetadata {

    /** The place of the node among those of its class, from 0, in the order of the source. */
    int index();

    /** The names of the node method's parameters, in order, as the source has them. */
    String[] parameters();

    /** The names of the parameters that take {@code null}: older compilers do not see type annotations in class files. */
    String[] nullableParameters() default {};

    /** The names of the outputs that may be {@code null}. */
    String[] nullableOutputs() default {};

    /** The line of the node method in its source file, from 1; 0 where the compiler did not tell. */
    int line() default 0;

    /** The name of the source file without its folder; empty where the compiler did not tell. */
    String file() default "";

    /** A hash of the node's signature and code that comments and white space do not change; empty where the compiler did not tell. */
    String hash() default "";
}
