package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Obstacle;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.ValueType;
import org.jspecify.annotations.Nullable;

/** The type of an output whose method is at fault: nothing is known of it, and it fits everywhere, so that its consumers stay silent. */
enum AnyType implements ValueType {
    /** There is only one. */
    ANY;

    @Override
    public TypeName spelling() {
        return ClassName.OBJECT;
    }

    @Override
    public String display() {
        return "Object";
    }

    @Override
    public String qualifiedDisplay() {
        return "java.lang.Object";
    }

    @Override
    public boolean isAssignableTo(ValueType target) {
        return true;
    }

    @Override
    public DefaultValue literal(String text, Site site) {
        return new DefaultValue.Literal(text, CodeBlock.of("null"));
    }

    @Override
    public ValueType sequence() {
        return this;
    }

    @Override
    public boolean isSequence() {
        return true;
    }

    @Override
    public ValueType list(boolean optional) {
        return this;
    }

    @Override
    public @Nullable Obstacle obstacle() {
        return null;
    }

    @Override
    public boolean isVisibleFrom(String packageName) {
        return true;
    }
}
