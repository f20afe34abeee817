package dev.hypergraph4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an input of the graph optional by saying which value it has if the caller gives none.
 *
 * <p>On a <b>parameter</b> the default is written as text, and the compiler checks that it fits the parameter's type. Numbers, booleans,
 * characters and strings (also boxed), constants of enums, and {@link java.time.Duration} in ISO-8601 form can be written so.
 *
 * <pre>{@code
 * @Node(outputName = "docs")
 * List<Doc> retrieve(List<String> terms, @Default("5") int topK, @Default("PT2S") Duration patience) { ... }
 * }</pre>
 *
 * <p>On a <b>static method</b> without parameters, named as the input, the default is what the method returns, of any type; it is called
 * each time it is needed. It stands in the class of the node that takes the input, or in the type with the {@link Graph}.
 *
 * <pre>{@code
 * @Default
 * static Locale locale() { return Locale.ROOT; }
 * }</pre>
 *
 * <p>Nodes that share an input must agree on its default.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.METHOD})
public @interface Default {

    /** The default as text; required on a parameter, not allowed on a method. */
    String value() default "";
}
