package dev.hypergraph4j.processor.read;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * An annotation as the user wrote it: only values that are there, none by default.
 *
 * @param element what it stands on
 */
record AnnotationUse(Element element, AnnotationMirror mirror) {

    /** What javac gives for a value that mentions something that does not exist. */
    static final String UNRESOLVED = "<error>";

    /** The annotation of that type on {@code element}; {@code null} where there is none. */
    static @Nullable AnnotationUse on(Element element, Class<? extends Annotation> type) {
        String name = type.getCanonicalName();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            TypeElement annotationType =
                    (TypeElement) mirror.getAnnotationType().asElement();
            if (annotationType.getQualifiedName().contentEquals(name)) {
                return new AnnotationUse(element, mirror);
            }
        }
        return null;
    }

    /** The value of {@code attribute}; {@code null} where the user gave none. */
    @Nullable
    AnnotationValue value(String attribute) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** The values that {@code attribute} lists, also where it lists one without braces; none where the user gave none. */
    List<AnnotationValue> values(String attribute) {
        AnnotationValue value = value(attribute);
        if (value == null) {
            return List.of();
        }
        return value.getValue() instanceof List<?> list
                ? list.stream().map(AnnotationValue.class::cast).toList()
                : List.of(value);
    }

    /** The text of {@code attribute}; {@code otherwise} where the user gave none. */
    String text(String attribute, String otherwise) {
        AnnotationValue value = value(attribute);
        return value == null ? otherwise : textOf(value);
    }

    /** The texts that {@code attribute} lists. */
    List<String> texts(String attribute) {
        return values(attribute).stream().map(AnnotationUse::textOf).toList();
    }

    /** Whether {@code attribute} is true; {@code otherwise} where the user gave none. */
    boolean flag(String attribute, boolean otherwise) {
        AnnotationValue value = value(attribute);
        return value == null ? otherwise : Boolean.TRUE.equals(value.getValue());
    }

    /** The number of {@code attribute}; {@code otherwise} where the user gave none. */
    int number(String attribute, int otherwise) {
        AnnotationValue value = value(attribute);
        return value != null && value.getValue() instanceof Integer number ? number : otherwise;
    }

    /** The number of {@code attribute}, which may have a fraction; {@code otherwise} where the user gave none. */
    double decimal(String attribute, double otherwise) {
        AnnotationValue value = value(attribute);
        return value != null && value.getValue() instanceof Number number ? number.doubleValue() : otherwise;
    }

    /** A value as text: a string itself, the name of a constant. */
    static String textOf(AnnotationValue value) {
        Object content = value.getValue();
        return content instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : content.toString();
    }

    /** Whether something in {@code value} does not exist (yet). */
    static boolean isUnresolved(AnnotationValue value) {
        return value.getValue() instanceof String text && text.equals(UNRESOLVED);
    }
}
