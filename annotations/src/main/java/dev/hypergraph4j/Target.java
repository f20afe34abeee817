package dev.hypergraph4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The node that a constant of a {@link Route}'s enum stands for, where it is not called as the constant is. */
@Documented
@Retention(RetentionPolicy.CLASS)
@java.lang.annotation.Target(ElementType.FIELD)
public @interface Target {

    /** The node's name; {@link Gate#END} to end the path. */
    String value();
}
