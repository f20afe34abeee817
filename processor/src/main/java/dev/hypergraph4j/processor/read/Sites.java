package dev.hypergraph4j.processor.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Makes sites: one for each place, in the order in which they are asked for first. */
final class Sites {
    private record Key(
            Element element,
            @Nullable AnnotationMirror annotation,
            @Nullable AnnotationValue value) {
        /** Spelled out, as is {@code equals}: the compiler's own take longer to link than a small graph to read. */
        @Override
        public int hashCode() {
            return Objects.hash(element, annotation, value);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && element.equals(that.element)
                    && Objects.equals(annotation, that.annotation)
                    && Objects.equals(value, that.value);
        }
    }

    private final Sources sources;
    private final Map<Key, JavacSite> sites = new HashMap<>();

    Sites(Sources sources) {
        this.sources = sources;
    }

    /** The element. */
    JavacSite of(Element element) {
        return of(element, null, null);
    }

    /** The annotation on the element, or a value of it where one is given. */
    JavacSite of(Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {
        return sites.computeIfAbsent(
                new Key(element, annotation, value),
                key -> new JavacSite(element, annotation, value, sources, sites.size()));
    }
}
