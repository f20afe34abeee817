package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.processor.model.SourcePosition;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What only javac's syntax trees tell. Other compilers have none, and neither has an environment that an IDE or a build tool wrapped: there
 * {@link #of} gives sources that know nothing, and everything that comes from here is left out.
 */
interface Sources {

    /** The sources of a compilation. */
    static Sources of(ProcessingEnvironment environment) {
        try {
            return new TreeSources(environment);
        } catch (RuntimeException | LinkageError | AssertionError noTrees) {
            // Not javac's own environment, no module jdk.compiler, or one that belongs to another class loader.
            return new NoSources();
        }
    }

    /** Whether the type's source is part of this compilation; empty where that is not known. */
    Optional<Boolean> contain(TypeElement type);

    /** The file and the line of a method's name. */
    SourcePosition position(ExecutableElement method);

    /** Where a type, a method or a parameter starts. */
    Place place(Element element);

    /** The method's body without comments and white space; empty where there is none or it is not known. */
    String code(ExecutableElement method);

    /**
     * Shows a message at an annotation that is one of several of its type on an element. Messagers can't: to them these are values of a
     * container that has no place in the source.
     *
     * @return false, and nothing was shown, where the annotation is no such one or its place is not known
     */
    boolean printInRepeated(
            Diagnostic.Kind kind,
            String text,
            Element element,
            AnnotationMirror annotation,
            @Nullable AnnotationValue value);
}
