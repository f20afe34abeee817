package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;

/**
 * Where methods that work on a state stand: in the state itself, or, in a large graph, in classes nested in it with a constant pool of their
 * own. There they are static and get the state passed.
 */
enum Host {
    STATE,
    NESTED_CLASS;

    /** What stands before a value, a holder or a method of the state. */
    String prefix(GraphNames names) {
        return this == STATE ? "" : names.state + ".";
    }

    /** What is passed on to other methods of the same class, before their arguments. */
    CodeBlock pass(GraphNames names) {
        return this == STATE ? CodeBlock.of("") : CodeBlock.of("$N, ", names.state);
    }

    /** A method that {@code GraphState} declares, without parameters and body. */
    MethodSpec.Builder override(String name, GraphNames names) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name);
        return this == STATE
                ? method.addAnnotation(Override.class).addModifiers(PUBLIC)
                : method.addModifiers(STATIC).addParameter(names.stateType, names.state);
    }

    /** A method of our own, without parameters and body. */
    MethodSpec.Builder part(String name, GraphNames names) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(PRIVATE);
        return this == STATE ? method : method.addModifiers(STATIC).addParameter(names.stateType, names.state);
    }
}
