package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.IfElse;
import dev.hypergraph4j.Interrupt;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Route;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;

/** An annotation that makes the method on which it stands a node. */
record NodeMark(Kind kind, AnnotationUse annotation) {

    /** What kind of node it makes. */
    enum Kind {
        NODE(Node.class),
        ROUTE(Route.class),
        IF_ELSE(IfElse.class),
        INTERRUPT(Interrupt.class);

        private final Class<? extends Annotation> annotation;

        Kind(Class<? extends Annotation> annotation) {
            this.annotation = annotation;
        }

        /** The annotation's type. */
        Class<? extends Annotation> annotation() {
            return annotation;
        }

        /** How messages name the annotation: {@code @Node}. */
        String display() {
            return "@" + annotation.getSimpleName();
        }
    }

    /** Those on {@code method}: one, unless the user made a mistake; none on a method that is no node. */
    static List<NodeMark> on(ExecutableElement method) {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Stream.ofNullable(AnnotationUse.on(method, kind.annotation()))
                        .map(annotation -> new NodeMark(kind, annotation)))
                .toList();
    }

    /** Whether {@code method} is a node. */
    static boolean isOn(ExecutableElement method) {
        return !on(method).isEmpty();
    }
}
