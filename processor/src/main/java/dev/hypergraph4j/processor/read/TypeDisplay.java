package dev.hypergraph4j.processor.read;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** Spells types for messages, without the annotations on them. */
final class TypeDisplay extends SimpleTypeVisitor14<String, @Nullable Void> {
    private static final TypeDisplay SIMPLE =
            new TypeDisplay(type -> type.getSimpleName().toString());
    private static final TypeDisplay QUALIFIED =
            new TypeDisplay(type -> type.getQualifiedName().toString());

    private final Function<TypeElement, String> name;

    private TypeDisplay(Function<TypeElement, String> name) {
        this.name = name;
    }

    /** {@code List<Doc>}. */
    static String simple(TypeMirror type) {
        return SIMPLE.visit(type);
    }

    /** {@code java.util.List<app.Doc>}. */
    static String qualified(TypeMirror type) {
        return QUALIFIED.visit(type);
    }

    @Override
    public String visitDeclared(DeclaredType type, @Nullable Void none) {
        String raw = name.apply((TypeElement) type.asElement());
        return type.getTypeArguments().isEmpty()
                ? raw
                : type.getTypeArguments().stream().map(this::visit).collect(Collectors.joining(", ", raw + "<", ">"));
    }

    @Override
    public String visitError(ErrorType type, @Nullable Void none) {
        return visitDeclared(type, null);
    }

    @Override
    public String visitArray(ArrayType type, @Nullable Void none) {
        return visit(type.getComponentType()) + "[]";
    }

    @Override
    public String visitWildcard(WildcardType type, @Nullable Void none) {
        if (type.getExtendsBound() != null) {
            return "? extends " + visit(type.getExtendsBound());
        }
        return type.getSuperBound() != null ? "? super " + visit(type.getSuperBound()) : "?";
    }

    @Override
    public String visitTypeVariable(TypeVariable type, @Nullable Void none) {
        return type.asElement().getSimpleName().toString();
    }

    @Override
    public String visitIntersection(IntersectionType type, @Nullable Void none) {
        return type.getBounds().stream().map(this::visit).collect(Collectors.joining(" & "));
    }

    @Override
    protected String defaultAction(TypeMirror type, @Nullable Void none) {
        return type.getKind().name().toLowerCase(Locale.ROOT);
    }
}
