package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Obstacle;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.ValueType;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** A type of a value as the compiler has it. Assignability and sameness are the compiler's own. */
final class JavacType implements ValueType {
    private final TypeMirror mirror;
    private final TypeSpelling spelling;
    private final Compilation compilation;
    private final Types types;
    private final Elements elements;

    JavacType(TypeMirror mirror, TypeSpelling spelling, Compilation compilation) {
        this.mirror = mirror;
        this.spelling = spelling;
        this.compilation = compilation;
        this.types = compilation.types();
        this.elements = compilation.elements();
    }

    @Override
    public TypeName spelling() {
        return spelling.of(mirror);
    }

    @Override
    public String display() {
        return TypeDisplay.simple(mirror);
    }

    @Override
    public String qualifiedDisplay() {
        return TypeDisplay.qualified(mirror);
    }

    @Override
    public boolean isAssignableTo(ValueType target) {
        if (target instanceof SequenceType sequence) {
            return sequence.accepts(this);
        }
        return !(target instanceof JavacType that) || types.isAssignable(mirror, that.mirror);
    }

    @Override
    public DefaultValue literal(String text, Site site) {
        return new Literals(compilation).read(text, mirror, site);
    }

    @Override
    public ValueType sequence() {
        return new SequenceType(boxed(), generic("java.lang.Iterable", boxed().mirror));
    }

    @Override
    public boolean isSequence() {
        TypeMirror iterable =
                types.erasure(elements.getTypeElement("java.lang.Iterable").asType());
        return mirror.getKind() == TypeKind.ARRAY || types.isAssignable(types.erasure(mirror), iterable);
    }

    @Override
    public ValueType list(boolean optional) {
        JavacType element = optional ? generic("java.util.Optional", boxed().mirror) : boxed();
        return generic("java.util.List", element.mirror);
    }

    @Override
    public @Nullable Obstacle obstacle() {
        return new ObstacleFinder(compilation, this::of).find(mirror);
    }

    /** What an array of this type has; {@code null} where it is none. */
    @Nullable
    JavacType component() {
        return mirror instanceof ArrayType array ? of(array.getComponentType()).boxed() : null;
    }

    /** Whether a value of this type is an {@code Iterable} of values that are assignable to {@code element}. */
    boolean isIterableOf(JavacType element) {
        WildcardType any = types.getWildcardType(element.mirror, null);
        return types.isAssignable(mirror, types.getDeclaredType(elements.getTypeElement("java.lang.Iterable"), any));
    }

    private JavacType boxed() {
        return mirror instanceof PrimitiveType primitive
                ? of(types.boxedClass(primitive).asType())
                : this;
    }

    private JavacType generic(String type, TypeMirror argument) {
        return of(types.getDeclaredType(elements.getTypeElement(type), argument));
    }

    private JavacType of(TypeMirror other) {
        return new JavacType(other, spelling, compilation);
    }

    @Override
    public boolean isVisibleFrom(String packageName) {
        return TypeParts.of(mirror).stream()
                .filter(part -> part.getKind() == TypeKind.DECLARED)
                .map(part -> ((DeclaredType) part).asElement())
                .allMatch(type -> isVisible(type, packageName));
    }

    private boolean isVisible(Element type, String packageName) {
        boolean samePackage = elements.getPackageOf(type).getQualifiedName().contentEquals(packageName);
        for (TypeElement around : Enclosing.types(type)) {
            Set<Modifier> modifiers = around.getModifiers();
            if (samePackage ? modifiers.contains(Modifier.PRIVATE) : !modifiers.contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    /** The compiler takes a type that does not exist for any other: such a one, and a wildcard, is compared by name. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof JavacType that)) {
            return false;
        }
        boolean areCertain = isCertain(mirror) && isCertain(that.mirror);
        return areCertain
                ? types.isSameType(mirror, that.mirror)
                : qualifiedDisplay().equals(that.qualifiedDisplay());
    }

    private static boolean isCertain(TypeMirror type) {
        return TypeParts.of(type).stream()
                .noneMatch(part -> part.getKind() == TypeKind.ERROR || part.getKind() == TypeKind.WILDCARD);
    }

    @Override
    public int hashCode() {
        return qualifiedDisplay().hashCode();
    }

    @Override
    public String toString() {
        return display();
    }
}
