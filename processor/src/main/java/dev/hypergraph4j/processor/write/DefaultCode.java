package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.hypergraph4j.processor.model.DefaultValue;

/** The expressions that give defaults, as code in one package sees them. */
final class DefaultCode {
    private final String packageName;

    DefaultCode(String packageName) {
        this.packageName = packageName;
    }

    CodeBlock of(DefaultValue value) {
        if (value instanceof DefaultValue.Literal literal) {
            return literal.code();
        }
        if (value instanceof DefaultValue.Provider provider) {
            boolean direct =
                    provider.isPublic() || provider.owner().packageName().equals(packageName);
            return CodeBlock.of(
                    "$T.$N()", direct ? provider.owner() : NodesWriter.nameFor(provider.owner()), provider.method());
        }
        throw new IllegalArgumentException("A default that does not fit is no code: " + value.display());
    }
}
