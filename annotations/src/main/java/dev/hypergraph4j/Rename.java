package dev.hypergraph4j;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Another name for one value of a node, inside {@link Use}. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Rename {

    /** The name as the node method has it. */
    String from();

    /** The name in this graph. */
    String to();
}
