package dev.hypergraph4j.samples.census;

/**
 * How long a method is.
 *
 * @param method its class, its name and the types of its parameters: {@code java.lang.String.indexOf(String, int)}
 * @param instructions how many bytecode instructions it has
 */
record MethodSize(String method, int instructions) {}
