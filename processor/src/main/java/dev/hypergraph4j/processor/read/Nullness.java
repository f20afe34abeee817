package dev.hypergraph4j.processor.read;

import javax.lang.model.AnnotatedConstruct;

/** Tells whether something may be {@code null}: it does where an annotation called {@code Nullable}, whosever, stands on it or on its type. */
final class Nullness {
    private Nullness() {}

    static boolean isNullable(AnnotatedConstruct construct) {
        return construct.getAnnotationMirrors().stream()
                .anyMatch(mirror ->
                        mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
    }
}
