package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.NodeMethod;
import java.util.ArrayList;
import java.util.List;

/** What keeps a method from being a node, in words. */
final class Faults {

    /**
     * A fault.
     *
     * @param what the end of a sentence that starts with the method: {@code is private}
     * @param mend what to do about it
     */
    record Described(String what, String mend) {}

    private Faults() {}

    /** Whether no graph can use {@code method}. */
    static boolean has(NodeMethod method) {
        return !method.faults().isEmpty()
                || !method.typesHiddenFrom(method.owner().packageName()).isEmpty();
    }

    static List<Described> of(NodeMethod method) {
        List<Described> described = new ArrayList<>();
        method.faults().forEach(fault -> described.add(described(fault, method)));
        method.typesHiddenFrom(method.owner().packageName())
                .forEach(type -> described.add(new Described(
                        "has the type " + type.display() + ", which its own package can't see",
                        "make the type visible in its package")));
        return described;
    }

    private static Described described(Fault fault, NodeMethod method) {
        String detail = fault.detail();
        return switch (fault.kind()) {
            case PRIVATE -> new Described("is private", "remove 'private'");
            case ABSTRACT -> new Described("is abstract", "give it a body");
            case TYPE_PARAMETERS ->
                new Described("has type parameters (" + detail + ")", "declare it with the types that the graph uses");
            case VARARGS -> new Described("has a variable number of arguments", "take a List or an array");
            case PRIVATE_CLASS ->
                new Described("is in a private class (" + detail + ")", "remove 'private' from the class");
            case GENERIC_CLASS ->
                new Described(
                        "is in a class with type parameters (" + detail + ")",
                        "remove the type parameters of the class, or put the nodes into a class without");
            case OUTPUT_ON_VOID ->
                new Described("returns nothing but has an outputName", "return the value, or remove outputName");
            case OUTPUT_MISSING ->
                new Described(
                        "returns " + detail + " but has no outputName", "name the value: @Node(outputName = \"...\")");
            case NOT_A_RECORD ->
                new Described(
                        "has several output names but returns no record (" + detail + ")",
                        "return a record with a component for each of " + quotedOutputs(method));
            case COMPONENT_MISSING ->
                new Described(
                        "has the output name '" + detail + "', which is no component of the record it returns",
                        "name a component of the record");
            case OUTPUT_TWICE -> new Described("has the output name '" + detail + "' twice", "name each output once");
            case SEVERAL_ANNOTATIONS -> new Described("has the annotations " + detail, "keep one of them");
            case NO_CHOICE ->
                new Described(
                        "is a gate and returns " + detail,
                        "return a constant of an enum, a String, or a Set or List of these");
            case NO_TARGETS ->
                new Described(
                        "is a gate that returns text and lists no targets",
                        "list the nodes that it may name: @Route(targets = {...})");
            case NOT_A_BOOLEAN -> new Described("has @IfElse and returns " + detail, "return a boolean");
            case NOT_A_QUESTION ->
                new Described(
                        "has @Interrupt and returns " + detail,
                        "return a Question<A>, where A is the type of the answer");
            case PRIMITIVE_STREAM ->
                new Described(
                        "returns a stream of primitives (" + detail + ")",
                        "return a Stream of objects: append .boxed()");
            case STREAM_IN_STAGE ->
                new Described(
                        "returns a stage of a stream (" + detail + ")",
                        "return the stream itself, or a stage of a List");
            case SEVERAL_CONTEXTS -> new Described("takes more than one NodeContext", "take it once");
            case BAD_DURATION ->
                new Described(
                        "has " + detail + ", which is no ISO 8601 duration that fits",
                        "write \"PT30S\" for half a minute");
            case NOTHING_TO_CACHE ->
                new Described("is cached but has no output", "remove 'cache', or return the value and name it");
            case BAD_ATTEMPTS ->
                new Described("has @Retry(maxAttempts = " + detail + "), and would never run", "write 1 or more");
            case BAD_MULTIPLIER ->
                new Described(
                        "has @Retry(multiplier = " + detail + "), and would wait less each time", "write 1 or more");
            case BAD_JITTER ->
                new Described("has @Retry(jitter = " + detail + "), which is no part of a wait", "write 0 to 1");
        };
    }

    private static String quotedOutputs(NodeMethod method) {
        return method.outputs().isEmpty() ? "them" : Lists.quoted(Renames.given(method));
    }
}
