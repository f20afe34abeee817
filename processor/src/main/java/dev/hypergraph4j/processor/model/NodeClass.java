package dev.hypergraph4j.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A class (or interface) with node methods: a node library, or a graph's own.
 *
 * @param name the class
 * @param methods its node methods in the order of the source, inherited ones first
 * @param providers its {@code @Default} methods; one that is unusable is found among {@code unfitProviders}
 * @param unfitProviders mistakes in its {@code @Default} methods
 * @param origin where it was read from
 * @param isPublic whether any package can name it
 * @param site the class; where it comes from a class file, the annotation value that took it in
 */
public record NodeClass(
        ClassName name,
        List<NodeMethod> methods,
        List<DefaultValue.Provider> providers,
        List<DefaultValue.Unfit> unfitProviders,
        Origin origin,
        boolean isPublic,
        Site site) {

    /** Where a class was read from. */
    public enum Origin {
        /** A source of this compilation. */
        SOURCE,
        /** A class file with the metadata that the processor generated beside it, or compiled with {@code -parameters}. */
        CLASS_FILE,
        /** A class file that does not tell the names of its parameters, so that its nodes can't be used. */
        NAMELESS_CLASS_FILE
    }

    /** Whether an instance is needed to run its nodes. */
    public boolean needsHolder() {
        return methods.stream().anyMatch(method -> !method.isStatic());
    }
}
