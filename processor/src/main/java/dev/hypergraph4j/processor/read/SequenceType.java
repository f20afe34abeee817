package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Obstacle;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * What a graph is mapped over: an {@code Iterable<T>}, but where a node gives it also an {@code Iterable} of a subtype, or an array.
 *
 * @param element the type of the elements, no primitive one
 * @param iterable the type that it passes for
 */
record SequenceType(JavacType element, JavacType iterable) implements ValueType {

    /** Whether {@code given} has such elements. */
    boolean accepts(JavacType given) {
        JavacType component = given.component();
        return component == null ? given.isIterableOf(element) : component.isAssignableTo(element);
    }

    @Override
    public TypeName spelling() {
        return iterable.spelling();
    }

    @Override
    public String display() {
        return iterable.display();
    }

    @Override
    public String qualifiedDisplay() {
        return iterable.qualifiedDisplay();
    }

    @Override
    public boolean isAssignableTo(ValueType target) {
        return iterable.isAssignableTo(target);
    }

    @Override
    public DefaultValue literal(String text, Site site) {
        return iterable.literal(text, site);
    }

    @Override
    public ValueType sequence() {
        return iterable.sequence();
    }

    @Override
    public boolean isSequence() {
        return true;
    }

    @Override
    public ValueType list(boolean optional) {
        return iterable.list(optional);
    }

    @Override
    public @Nullable Obstacle obstacle() {
        return iterable.obstacle();
    }

    @Override
    public boolean isVisibleFrom(String packageName) {
        return iterable.isVisibleFrom(packageName);
    }
}
