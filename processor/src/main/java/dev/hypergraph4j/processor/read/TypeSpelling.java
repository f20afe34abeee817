package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.hypergraph4j.processor.read.GeneratedNames.Generated;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/**
 * Spells types for generated code so that it compiles even around mistakes: a type that does not exist is spelled {@code Object}, unless it is
 * one that will be generated; a type variable is spelled as its bound.
 */
final class TypeSpelling extends SimpleTypeVisitor14<TypeName, @Nullable Void> {
    private final Compilation compilation;
    private final String packageName;

    /** Spells types that are mentioned in code of {@code packageName}. */
    TypeSpelling(Compilation compilation, String packageName) {
        this.compilation = compilation;
        this.packageName = packageName;
    }

    /** The type's name without type annotations. */
    TypeName of(TypeMirror type) {
        return TypeParts.of(type).stream().allMatch(TypeSpelling::isPlain) ? TypeName.get(type) : visit(type);
    }

    private static boolean isPlain(TypeMirror type) {
        return switch (type.getKind()) {
            case ERROR, TYPEVAR, INTERSECTION, UNION -> false;
            default -> true;
        };
    }

    @Override
    public TypeName visitDeclared(DeclaredType type, @Nullable Void none) {
        ClassName raw = ClassName.get((TypeElement) type.asElement());
        return type.getTypeArguments().isEmpty()
                ? raw
                : ParameterizedTypeName.get(
                        raw, type.getTypeArguments().stream().map(this::visit).toArray(TypeName[]::new));
    }

    @Override
    public TypeName visitError(ErrorType type, @Nullable Void none) {
        if (!MissingTypes.isMissing(type, compilation.elements())) {
            return visitDeclared(type, null);
        }
        Generated found = compilation.generated().find(MissingTypes.name(type), packageName);
        return found == null ? ClassName.OBJECT : found.name();
    }

    @Override
    public TypeName visitArray(ArrayType type, @Nullable Void none) {
        return ArrayTypeName.of(visit(type.getComponentType()));
    }

    @Override
    public TypeName visitWildcard(WildcardType type, @Nullable Void none) {
        if (type.getSuperBound() != null) {
            return WildcardTypeName.supertypeOf(visit(type.getSuperBound()));
        }
        return WildcardTypeName.subtypeOf(
                type.getExtendsBound() == null ? ClassName.OBJECT : visit(type.getExtendsBound()));
    }

    @Override
    public TypeName visitTypeVariable(TypeVariable type, @Nullable Void none) {
        TypeMirror bound = type.getUpperBound();
        return bound.getKind() == TypeKind.DECLARED
                ? ClassName.get((TypeElement) ((DeclaredType) bound).asElement())
                : ClassName.OBJECT;
    }

    @Override
    protected TypeName defaultAction(TypeMirror type, @Nullable Void none) {
        return type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID ? TypeName.get(type) : ClassName.OBJECT;
    }
}
