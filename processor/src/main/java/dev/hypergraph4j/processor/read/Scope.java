package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.Renaming;
import dev.hypergraph4j.processor.model.Site;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * One type in the course of being read: makes types and sites as they are seen from there, and takes a note of everything that does not exist
 * (yet).
 */
final class Scope {
    private final Compilation compilation;
    private final Site anchor;
    private final String packageName;
    private final TypeSpelling spelling;
    private final Set<String> unresolved = new LinkedHashSet<>();

    /**
     * Starts to read {@code home}.
     *
     * @param anchor the site of everything that comes from class files, which the user can't be shown
     */
    Scope(Compilation compilation, TypeElement home, Site anchor) {
        this.compilation = compilation;
        this.anchor = anchor;
        this.packageName =
                compilation.elements().getPackageOf(home).getQualifiedName().toString();
        this.spelling = new TypeSpelling(compilation, packageName);
    }

    /** The compiler. */
    Compilation compilation() {
        return compilation;
    }

    /** The package of the type that is read. */
    String packageName() {
        return packageName;
    }

    /** Everything that was looked at and does not exist (yet), as the user wrote it. */
    Set<String> unresolved() {
        return unresolved;
    }

    /** Takes a note of {@code name}. */
    void addUnresolved(String name) {
        unresolved.add(name);
    }

    /** The type of a value. */
    JavacType type(TypeMirror mirror) {
        addUnresolved(mirror);
        return new JavacType(mirror, spelling, compilation);
    }

    /** How generated code spells the type. */
    TypeName spelling(TypeMirror mirror) {
        addUnresolved(mirror);
        return spelling.of(mirror);
    }

    /** Takes a note of what does not exist in {@code mirror}. */
    void addUnresolved(TypeMirror mirror) {
        unresolved.addAll(MissingTypes.in(mirror, compilation.elements()));
    }

    /** The element, or what stands for it where it comes from a class file. */
    Site site(Element element) {
        return compilation.origins().isSource(element) ? compilation.sites().of(element) : anchor;
    }

    /** The annotation. */
    Site site(AnnotationUse annotation) {
        return compilation.origins().isSource(annotation.element())
                ? compilation.sites().of(annotation.element(), annotation.mirror(), null)
                : anchor;
    }

    /** A value of the annotation. */
    Site site(AnnotationUse annotation, AnnotationValue value) {
        return compilation.origins().isSource(annotation.element())
                ? compilation.sites().of(annotation.element(), annotation.mirror(), value)
                : anchor;
    }

    /** The value of {@code attribute}, or the annotation where the user gave none. */
    Site site(AnnotationUse annotation, String attribute) {
        AnnotationValue value = annotation.value(attribute);
        return value == null ? site(annotation) : site(annotation, value);
    }

    /** The names that {@code attribute} lists, without those that come from a constant which does not exist. */
    List<Name> names(AnnotationUse annotation, String attribute) {
        List<Name> names = new ArrayList<>();
        for (AnnotationValue value : annotation.values(attribute)) {
            if (AnnotationUse.isUnresolved(value)) {
                unresolved.add(AnnotationUse.UNRESOLVED);
            } else {
                names.add(new Name(AnnotationUse.textOf(value), site(annotation, value)));
            }
        }
        return names;
    }

    /** The text of {@code attribute}, or {@code otherwise} where it is not given, or comes from a constant that does not exist. */
    String text(AnnotationUse annotation, String attribute, String otherwise) {
        AnnotationValue value = annotation.value(attribute);
        if (value != null && AnnotationUse.isUnresolved(value)) {
            unresolved.add(AnnotationUse.UNRESOLVED);
            return otherwise;
        }
        return annotation.text(attribute, otherwise);
    }

    /** The text of {@code attribute}, and where it stands. */
    Name name(AnnotationUse annotation, String attribute) {
        return new Name(text(annotation, attribute, ""), site(annotation, attribute));
    }

    /** The annotations that {@code attribute} lists. */
    static List<AnnotationUse> inner(AnnotationUse annotation, String attribute) {
        List<AnnotationUse> inner = new ArrayList<>();
        for (AnnotationValue value : annotation.values(attribute)) {
            if (value.getValue() instanceof AnnotationMirror mirror) {
                inner.add(new AnnotationUse(annotation.element(), mirror));
            }
        }
        return inner;
    }

    /** The {@code @Rename}s that {@code attribute} lists. */
    List<Renaming> renamings(AnnotationUse annotation, String attribute) {
        return inner(annotation, attribute).stream()
                .map(rename -> new Renaming(name(rename, "from"), name(rename, "to")))
                .toList();
    }
}
