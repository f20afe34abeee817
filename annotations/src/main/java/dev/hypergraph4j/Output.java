package dev.hypergraph4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The output that an entry method of a {@link Graph} interface returns, where the method's name differs from it.
 *
 * <pre>{@code
 * @Graph(nodes = {Retrieval.class, Answering.class})
 * public interface Rag {
 *   @Output("answer")
 *   String ask(String question);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Output {

    /** The output's name. */
    String value();
}
