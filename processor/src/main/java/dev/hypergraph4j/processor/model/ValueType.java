package dev.hypergraph4j.processor.model;

import com.palantir.javapoet.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * The exact type of a value, as the compiler knows it. Two types are {@link Object#equals equal} if they are the same type to the compiler.
 */
public interface ValueType {

    /** How generated code spells the type; primitive where the type is. */
    TypeName spelling();

    /** How messages spell the type, with simple names: {@code List<Doc>}. */
    String display();

    /** How messages spell the type where simple names would be ambiguous: {@code java.util.List<app.Doc>}. */
    String qualifiedDisplay();

    /** Whether a value of this type can be passed where {@code target} is declared, boxing and widening included. */
    boolean isAssignableTo(ValueType target);

    /** The text, as {@code @Default} would have it, as a value of this type; see {@link DefaultValue.Unfit}. */
    DefaultValue literal(String text, Site site);

    /** The type of what has values of this one, one after the other: an {@link Iterable}, whose place an array may take. */
    ValueType sequence();

    /** Whether values of this type are such. */
    boolean isSequence();

    /** The type of a list with a value of this one at each place, or, if these are {@code optional}, at some. */
    ValueType list(boolean optional);

    /** What keeps values of this type from being written and read back exactly; {@code null} where nothing does. */
    @Nullable
    Obstacle obstacle();

    /** Whether code in the package named so can spell the type. */
    boolean isVisibleFrom(String packageName);
}
