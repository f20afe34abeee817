package dev.hypergraph4j.jdbc.json;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Finds the shapes of a type and of all that it contains, or refuses it. What it finds counts only if all is found. */
final class Shapes {
    private final ForeignTypes foreign;
    private final Map<ValueType, Shape> known;
    private final Map<ValueType, Shape> found = new HashMap<>();

    /**
     * One search.
     *
     * @param known the shapes that were found before
     */
    Shapes(ForeignTypes foreign, Map<ValueType, Shape> known) {
        this.foreign = foreign;
        this.known = known;
    }

    Map<ValueType, Shape> found() {
        return found;
    }

    Shape of(ValueType type) throws UnfitException {
        Shape before = known.containsKey(type) ? known.get(type) : found.get(type);
        if (before != null) {
            return before;
        }
        try {
            Shape shape = find(type);
            found.put(type, shape);
            return shape;
        } catch (UnfitException unfit) {
            throw unfit.inside(type);
        }
    }

    private Shape find(ValueType type) throws UnfitException {
        if (type.isTooDeep()) {
            throw new UnfitException("it contains ever larger types of itself");
        }
        Shape scalar = Scalars.of(type);
        if (scalar != null) {
            return scalar;
        }
        Shape written = foreign.of(type);
        if (written != null) {
            return written;
        }
        Class<?> raw = type.raw();
        if (raw.isEnum()) {
            return new EnumShape(type);
        }
        if (raw.isRecord()) {
            return record(type);
        }
        if (raw.isArray()) {
            return new ArrayShape(type, of(type.argument(0)));
        }
        if (raw.isSealed()) {
            return sealed(type);
        }
        return library(type);
    }

    private Shape library(ValueType type) throws UnfitException {
        Class<?> raw = type.raw();
        if (raw == Optional.class) {
            return optional(type);
        }
        if (raw == OptionalInt.class || raw == OptionalLong.class || raw == OptionalDouble.class) {
            return Optionals.ofPrimitive(type, this);
        }
        if (raw == Map.Entry.class) {
            return new EntryShape(type, of(type.argument(0)), of(type.argument(1)));
        }
        if (Collections.KINDS.containsKey(raw)) {
            return Collections.KINDS.get(raw).of(type, of(type.argument(0)));
        }
        if (Maps.KINDS.containsKey(raw)) {
            return Maps.KINDS.get(raw).of(type, of(type.argument(0)), of(type.argument(1)));
        }
        throw new UnfitException(Refusals.why(raw));
    }

    private Shape optional(ValueType type) throws UnfitException {
        Shape value = of(type.argument(0));
        return Optionals.of(type, value instanceof OptionalShape ? new PresentShape(value) : value);
    }

    private Shape record(ValueType type) throws UnfitException {
        RecordShape shape = new RecordShape(type);
        found.put(type, shape); // Before its components, which may contain it.
        try {
            List<Shape> components = new ArrayList<>();
            Map<TypeVariable<?>, ValueType> bindings = type.bindings();
            for (RecordComponent component : type.raw().getRecordComponents()) {
                components.add(of(ValueType.of(component.getGenericType(), bindings)));
            }
            shape.components(components);
            return shape;
        } catch (UnfitException unfit) {
            found.remove(type);
            throw unfit;
        }
    }

    private Shape sealed(ValueType type) throws UnfitException {
        SealedShape shape = new SealedShape(type);
        found.put(type, shape); // Before its subtypes, which may contain it.
        try {
            addSubtypes(type, shape);
            if (!shape.hasSubtypes()) {
                throw new UnfitException("it has no subtype that could be written");
            }
            return shape;
        } catch (UnfitException unfit) {
            found.remove(type);
            throw unfit;
        }
    }

    private void addSubtypes(ValueType sealed, SealedShape shape) throws UnfitException {
        if (!sealed.raw().isInterface() && !Modifier.isAbstract(sealed.raw().getModifiers())) {
            throw new UnfitException(Refusals.why(sealed.raw()));
        }
        for (Class<?> permitted : sealed.raw().getPermittedSubclasses()) {
            Map<TypeVariable<?>, ValueType> bindings = sealed.bindingsOf(permitted);
            if (bindings == null) {
                continue; // It is of the sealed class with other arguments: no value of this type.
            }
            List<ValueType> arguments = new ArrayList<>();
            for (TypeVariable<?> variable : permitted.getTypeParameters()) {
                arguments.add(ValueType.of(variable, bindings));
            }
            ValueType subtype = new ValueType(permitted, List.copyOf(arguments));
            if (permitted.isSealed() && !permitted.isEnum()) { // Enums are, whose constants have bodies.
                addNested(subtype, shape);
            } else {
                shape.subtype(of(subtype));
            }
        }
    }

    private void addNested(ValueType subtype, SealedShape shape) throws UnfitException {
        try {
            addSubtypes(subtype, shape);
        } catch (UnfitException unfit) {
            throw unfit.inside(subtype);
        }
    }
}
