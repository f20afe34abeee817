package dev.hypergraph4j.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;

/** What {@code @Default} says of an input. Two defaults are equal if they give the same value. */
public sealed interface DefaultValue {

    /** How messages and documentation spell it. */
    String display();

    /**
     * A text that fits the parameter's type.
     *
     * @param text the text of the annotation
     * @param display the same, in quotes for strings
     * @param code the expression that generated code has for it
     */
    record Literal(String text, String display, CodeBlock code) implements DefaultValue {

        /** A text that is displayed as it is. */
        public Literal(String text, CodeBlock code) {
            this(text, text, code);
        }

        /** The same text gives the same value: an {@code int} and a {@code long} parameter may agree on {@code 5}. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Literal that && display.equals(that.display);
        }

        @Override
        public int hashCode() {
            return display.hashCode();
        }
    }

    /**
     * A static method that gives the value.
     *
     * @param owner the class that declares it
     * @param method its name, which is the input's
     * @param type what it returns
     * @param isPublic whether any package can call it, its class included
     */
    record Provider(ClassName owner, String method, ValueType type, boolean isPublic, Site site)
            implements DefaultValue {
        @Override
        public String display() {
            return owner.simpleName() + "." + method + "()";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Provider that && owner.equals(that.owner) && method.equals(that.method);
        }

        @Override
        public int hashCode() {
            return owner.hashCode() * 31 + method.hashCode();
        }
    }

    /**
     * A default that can't be used.
     *
     * @param display the text of the annotation, or the method that was meant to provide the default
     * @param reason why not, as the end of a sentence: {@code is no int}
     * @param site where the mistake is
     */
    record Unfit(String display, String reason, Site site) implements DefaultValue {}
}
