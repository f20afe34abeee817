package dev.hypergraph4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter where a cycle closes: the first time, the node takes the value from the caller (it is an input of the graph), from then on
 * what the cycle last produced. What the node gives itself does not make it run again: a list that it adds to grows once in each turn.
 *
 * <pre>{@code
 * @Node(outputName = "messages")
 * List<Message> reply(@Seed List<Message> messages) { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Seed {

    /**
     * Whether the cycle ends by itself, because the value stops changing: one that {@linkplain Object#equals equals} the one before (arrays are
     * compared by content) does not make the cycle turn again. Such a cycle needs no gate to leave it.
     */
    boolean converges() default false;
}
