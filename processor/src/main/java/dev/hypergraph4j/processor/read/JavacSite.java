package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.processor.model.Site;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * An element, or an annotation on it, or a value of that annotation. Sites order as the sources do; where the compiler does not tell where
 * something stands, as they were read.
 */
public final class JavacSite implements Site {
    private static final String SILENCED = "hypergraph:";

    private final Element element;
    private final @Nullable AnnotationMirror annotation;
    private final @Nullable AnnotationValue value;
    private final Sources sources;
    private final int turn;
    private @Nullable Place place;

    /**
     * A site that was read as the {@code turn}-th.
     *
     * @param value a value of the annotation, at any depth
     */
    JavacSite(
            Element element,
            @Nullable AnnotationMirror annotation,
            @Nullable AnnotationValue value,
            Sources sources,
            int turn) {
        this.element = element;
        this.annotation = annotation;
        this.value = value;
        this.sources = sources;
        this.turn = turn;
    }

    /** Shows the user {@code text} here. */
    public void print(Messager messager, Diagnostic.Kind kind, String text) {
        if (annotation == null) {
            messager.printMessage(kind, text, element);
        } else if (!sources.printInRepeated(kind, text, element, annotation, value)) {
            if (value == null) {
                messager.printMessage(kind, text, element, annotation);
            } else {
                messager.printMessage(kind, text, element, annotation, value);
            }
        }
    }

    @Override
    public boolean suppresses(String rule) {
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            AnnotationUse silencer = AnnotationUse.on(around, SuppressWarnings.class);
            if (silencer != null && silencer.texts("value").contains(SILENCED + rule)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int compareTo(Site other) {
        JavacSite that = (JavacSite) other;
        int byPlace = place().compareTo(that.place());
        return byPlace != 0 ? byPlace : Integer.compare(turn, that.turn);
    }

    private Place place() {
        Place known = place;
        if (known == null) {
            known = sources.place(element);
            place = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return annotation == null ? element.toString() : element + " " + annotation;
    }
}
