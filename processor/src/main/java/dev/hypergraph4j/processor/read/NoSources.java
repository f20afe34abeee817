package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.processor.model.SourcePosition;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** The sources where the compiler shows none. */
final class NoSources implements Sources {

    @Override
    public Optional<Boolean> contain(TypeElement type) {
        return Optional.empty();
    }

    @Override
    public SourcePosition position(ExecutableElement method) {
        return SourcePosition.UNKNOWN;
    }

    @Override
    public Place place(Element element) {
        return Place.UNKNOWN;
    }

    @Override
    public String code(ExecutableElement method) {
        return "";
    }

    @Override
    public boolean printInRepeated(
            Diagnostic.Kind kind,
            String text,
            Element element,
            AnnotationMirror annotation,
            @Nullable AnnotationValue value) {
        return false;
    }
}
