package dev.hypergraph4j.metadata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a graph is to one that nests it. It stands on the generated class {@code XGraph}, and adds to what the records {@code XInputs} and
 * {@code XOutputs} tell, whose components have the types of the values.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GraphMetadata {

    /** The name of the graph. */
    String name();

    /** The names of the inputs, in order. */
    String[] inputs() default {};

    /** The names of the inputs that may be left out and have no default: their components are {@code Optional}. */
    String[] optionalInputs() default {};

    /** The names of those among them whose types are primitive: their components have the boxes. */
    String[] primitiveInputs() default {};

    /** What inputs are that the caller leaves out. */
    DefaultMetadata[] defaults() default {};

    /** The names of the outputs, in order. */
    String[] outputs() default {};

    /** The names of the outputs that a run may end without: their components are {@code Optional}. */
    String[] optionalOutputs() default {};

    /** The names of those among them whose types are primitive: their components have the boxes. */
    String[] primitiveOutputs() default {};

    /** The names of the nodes that lead to the first one that asks a question, through nested graphs; none where no node asks. */
    String[] question() default {};
}
