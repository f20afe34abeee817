package dev.hypergraph4j.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a node method or an entry method.
 *
 * @param name the Java name
 * @param value the name of the value it takes: the Java name, or what {@code @From} says
 * @param type the type of the value: of an {@code Optional<T>} parameter {@code T}
 * @param demand whether, and how, it takes the absence of the value
 * @param defaultValue what {@code @Default} says, on it or by a provider of its class
 * @param declaredInput whether {@code @Input} says that it is meant to be an input
 * @param seed whether {@code @Seed} says that a cycle closes here
 * @param site the parameter, or its {@code @From} where there is one
 */
public record Parameter(
        String name,
        String value,
        ValueType type,
        Demand demand,
        @Nullable DefaultValue defaultValue,
        boolean declaredInput,
        Seed seed,
        Site site) {

    /** Whether a cycle closes at a parameter. */
    public enum Seed {
        /** It does not. */
        NONE,
        /** It does: the first value comes from the caller. */
        SEED,
        /** It does, and the cycle turns until the value stops changing. */
        CONVERGING
    }

    /** The same parameter with that default. */
    public Parameter withDefault(DefaultValue value) {
        return new Parameter(name, this.value, type, demand, value, declaredInput, seed, site);
    }

    /** Whether a cycle closes here. */
    public boolean isSeed() {
        return seed != Seed.NONE;
    }

    /** Whether a run can go on without a value for it. */
    public boolean toleratesAbsence() {
        return demand != Demand.REQUIRED || defaultValue != null;
    }
}
