package dev.hypergraph4j;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often, and when, a {@link Node} that failed is tried again. The wait before the second attempt is {@link #initialDelay()}; each further one
 * is {@link #multiplier()} times as long, up to {@link #maxDelay()}. Of each, a random part of at most {@link #jitter()} is left out. While
 * it waits, a node does not count as running.
 *
 * <pre>{@code
 * @Node(outputName = "page", retry = @Retry(maxAttempts = 4, on = IOException.class))
 * String fetch(URI address) throws IOException { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Retry {

    /** How often the node is run at most, the first time included. */
    int maxAttempts() default 1;

    /** What is worth another attempt: these exceptions, their subclasses, and whatever has one of them as a cause. Errors never are. */
    Class<? extends Throwable>[] on() default {Exception.class};

    /** The wait before the second attempt, as an ISO 8601 duration. */
    String initialDelay() default "PT1S";

    /** How many times longer each wait is than the one before; at least 1. */
    double multiplier() default 2;

    /** The longest wait, as an ISO 8601 duration. */
    String maxDelay() default "PT1M";

    /** Which part of a wait is left to chance, from 0 (none) to 1 (all of it). */
    double jitter() default 1;

    /** How long after the begin of the first attempt another one may begin, as an ISO 8601 duration; empty for any time. */
    String window() default "";
}
