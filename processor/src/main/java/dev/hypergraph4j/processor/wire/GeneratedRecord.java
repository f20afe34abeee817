package dev.hypergraph4j.processor.wire;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Obstacle;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A record that is generated for a nested graph, of which the compiler may not know yet. It fits itself, and {@code Object}.
 *
 * @param spelling its name
 * @param isPublic whether any package can see it
 */
record GeneratedRecord(ClassName spelling, boolean isPublic) implements ValueType {

    @Override
    public String display() {
        return spelling.simpleName();
    }

    @Override
    public String qualifiedDisplay() {
        return spelling.canonicalName();
    }

    @Override
    public boolean isAssignableTo(ValueType target) {
        String wanted = target.qualifiedDisplay();
        return wanted.equals(qualifiedDisplay())
                || wanted.equals(display())
                || wanted.equals("java.lang.Object")
                || wanted.equals("java.lang.Record");
    }

    @Override
    public DefaultValue literal(String text, Site site) {
        return new DefaultValue.Unfit(text, "can't be written as a " + display(), site);
    }

    @Override
    public ValueType sequence() {
        return this;
    }

    @Override
    public boolean isSequence() {
        return false;
    }

    @Override
    public ValueType list(boolean optional) {
        return this;
    }

    /** None of its own: the values in it are those of the nested graph. */
    @Override
    public @Nullable Obstacle obstacle() {
        return null;
    }

    @Override
    public boolean isVisibleFrom(String packageName) {
        return isPublic || spelling.packageName().equals(packageName);
    }
}
