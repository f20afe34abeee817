package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Site;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Turns the text of {@code @Default} into a Java expression of the parameter's type. */
final class Literals {
    private static final int MOST_CONSTANTS = 10;

    private final Compilation compilation;

    Literals(Compilation compilation) {
        this.compilation = compilation;
    }

    /** The text as a value of {@code type}, or why it is none. */
    DefaultValue read(String text, TypeMirror type, Site site) {
        TypeKind primitive = primitive(type);
        if (primitive.isPrimitive()) {
            return PrimitiveLiterals.code(text, primitive)
                    .<DefaultValue>map(code -> new DefaultValue.Literal(text, code))
                    .orElseGet(() -> new DefaultValue.Unfit(text, "is no " + TypeDisplay.simple(type), site));
        }
        if (takesString(type)) {
            return new DefaultValue.Literal(text, "\"" + text + "\"", CodeBlock.of("$S", text));
        }
        if (Bounds.isClass(type, Duration.class)) {
            return duration(text, site);
        }
        if (type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM) {
            return constant(text, (TypeElement) declared.asElement(), site);
        }
        if (type.getKind() == TypeKind.ERROR) {
            return new DefaultValue.Literal(text, CodeBlock.of("null"));
        }
        return new DefaultValue.Unfit(text, "can't be written as a " + TypeDisplay.simple(type), site);
    }

    private TypeKind primitive(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return type.getKind();
        }
        try {
            return compilation.types().unboxedType(type).getKind();
        } catch (IllegalArgumentException noBox) {
            return type.getKind();
        }
    }

    private boolean takesString(TypeMirror type) {
        TypeMirror string =
                compilation.elements().getTypeElement("java.lang.String").asType();
        return type.getKind() == TypeKind.DECLARED && compilation.types().isAssignable(string, type);
    }

    private static DefaultValue duration(String text, Site site) {
        try {
            Duration duration = Duration.parse(text);
            return new DefaultValue.Literal(text, CodeBlock.of("$T.parse($S)", Duration.class, duration.toString()));
        } catch (DateTimeParseException invalid) {
            return new DefaultValue.Unfit(text, "is no Duration in ISO-8601 form (as PT2S)", site);
        }
    }

    private static DefaultValue constant(String text, TypeElement type, Site site) {
        List<String> constants = type.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(Element::getSimpleName)
                .map(Object::toString)
                .toList();
        if (constants.contains(text)) {
            return new DefaultValue.Literal(text, CodeBlock.of("$T.$L", ClassName.get(type), text));
        }
        String known = constants.stream().limit(MOST_CONSTANTS).collect(Collectors.joining(", "));
        String more = constants.size() > MOST_CONSTANTS ? ", ..." : "";
        return new DefaultValue.Unfit(
                text, "is no constant of " + type.getSimpleName() + " (" + known + more + ")", site);
    }
}
