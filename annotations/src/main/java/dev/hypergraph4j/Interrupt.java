package dev.hypergraph4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method ask somebody outside: it returns a {@link Question}, the run pauses, and when it goes on, the answer is the node's output. Nothing
 * that ran before the question runs again.
 *
 * <pre>{@code
 * @Interrupt(answerName = "approved")
 * Question<Boolean> approve(Draft draft) {
 *   return Question.ask("Publish '" + draft.title() + "'?", Boolean.class);
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Interrupt {

    /** The name of the value that the answer becomes. */
    String answerName();

    /** The node's name in the graph, in logs and errors; by default the method's name. */
    String name() default "";

    /** Signals that this node gives once it is answered; see {@link Node#emit()}. */
    String[] emit() default {};

    /** Signals and values that this node waits for before it asks; see {@link Node#waitFor()}. */
    String[] waitFor() default {};
}
