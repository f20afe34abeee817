package dev.hypergraph4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of the value that a parameter takes, where it differs from the parameter's own.
 *
 * <pre>{@code
 * @Node(outputName = "answer")
 * String generate(@From("rankedDocs") List<Doc> docs) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface From {

    /** The value's name in the graph. */
    String value();
}
