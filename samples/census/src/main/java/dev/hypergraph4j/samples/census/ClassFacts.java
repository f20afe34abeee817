package dev.hypergraph4j.samples.census;

import java.util.Optional;

/**
 * What is kept of one class file: some hundred bytes, so that a whole JDK fits in a few megabytes.
 *
 * @param name its binary name: {@code java.util.Map$Entry}
 * @param module where it lies
 * @param kind what kind of type it is
 * @param isSealed whether it says which types may extend it
 * @param superclass its superclass; empty for {@code java.lang.Object} alone
 * @param fileVersion the major version of its class file: 61 for Java 17
 * @param methods how many methods it declares, constructors and static initialisers included
 * @param instructions how many bytecode instructions its methods have
 * @param strings how many different string constants it has
 * @param longestMethod its method with the most instructions; empty where none has any
 */
record ClassFacts(
        String name,
        String module,
        TypeKind kind,
        boolean isSealed,
        Optional<String> superclass,
        int fileVersion,
        int methods,
        int instructions,
        int strings,
        Optional<MethodSize> longestMethod) {

    String packageName() {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}
