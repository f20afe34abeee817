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
 *
 * <p>Where {@link #on()} names nothing, an attempt is worth it after failures that are known to pass by themselves:
 *
 * <ul>
 *   <li>a {@code TimeoutException}, and an {@code IOException} unless it tells of a file, name, format or permission that will be no better next time
 *       ({@code FileNotFoundException}, {@code NoSuchFileException}, {@code AccessDeniedException} and the like);
 *   <li>an exception with an HTTP status, which a public method {@code int statusCode()}, {@code getStatusCode()}, {@code status()} or {@code code()}
 *       tells, or the status or response that it has, as those of Spring and JAX-RS do: 408, 425, 429, 500, 502, 503 and 504, but no other that begins with 4;
 *   <li>a {@code SQLTransientException}, a {@code SQLRecoverableException}, and a {@code SQLException} whose state begins with 08, 40 or 53, or is 55P03,
 *       57P01, 57P02 or 57P03, but none that begins with 22, 23 or 42;
 *   <li>what has one of these as a cause, unless there is one beside it that will be no better.
 * </ul>
 *
 * <p>All others are not tried again: nobody knows whether that would mend them. An {@link Error} or an interrupt never is, whatever {@link #on()} says.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Retry {

    /** How often the node is run at most, the first time included. */
    int maxAttempts() default 1;

    /**
     * What is worth another attempt: these exceptions, their subclasses, and whatever has one of them as a cause, and none else. Errors never are.
     * The default, none, is for the failures that are known to pass by themselves.
     */
    Class<? extends Throwable>[] on() default {};

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
