package dev.hypergraph4j.jdbc.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the components of records of one class, and makes such records. */
final class RecordAccess {
    private final Class<?> type;
    private final RecordComponent[] components;
    private final List<String> names;
    private final List<MethodHandle> accessors = new ArrayList<>();
    private final MethodHandle constructor;

    private RecordAccess(Class<?> type) throws ReflectiveOperationException {
        this.type = type;
        this.components = type.getRecordComponents();
        this.names = Arrays.stream(components).map(RecordComponent::getName).toList();
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        for (RecordComponent component : components) {
            Method accessor = component.getAccessor();
            accessors.add(lookup.unreflect(open(accessor)).asType(MethodType.genericMethodType(1)));
        }
        Class<?>[] parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> canonical = open(type.getDeclaredConstructor(parameters));
        constructor = lookup.unreflectConstructor(canonical)
                .asFixedArity()
                .asType(MethodType.genericMethodType(parameters.length))
                .asSpreader(Object[].class, parameters.length);
    }

    static RecordAccess of(Class<?> type) throws UnfitException {
        try {
            return new RecordAccess(type);
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            throw new UnfitException(
                    "its module is to open " + type.getPackageName() + " to dev.hypergraph4j.jdbc", closed);
        }
    }

    RecordComponent[] components() {
        return components;
    }

    List<String> names() {
        return names;
    }

    /** Whether the component says that it may be null; by whatever annotation of that name. */
    boolean isNullable(int place) {
        RecordComponent component = components[place];
        return saysNullable(component)
                || saysNullable(component.getAnnotatedType())
                || saysNullable(component.getAccessor());
    }

    @Nullable
    Object read(Object value, int place) throws UnfitException {
        try {
            return (Object) accessors.get(place).invokeExact(value);
        } catch (Error broken) {
            throw broken;
        } catch (Throwable thrown) {
            throw new UnfitException(
                    names.get(place) + "() threw " + thrown.getClass().getName(), thrown);
        }
    }

    Object make(@Nullable Object[] values) throws UnfitException {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (Error broken) {
            throw broken;
        } catch (Throwable thrown) {
            throw new UnfitException(
                    "the constructor of " + type.getSimpleName() + " threw "
                            + thrown.getClass().getName(),
                    thrown);
        }
    }

    /** Most records are not public. */
    private static <T extends AccessibleObject> T open(T member) {
        member.setAccessible(true);
        return member;
    }

    private static boolean saysNullable(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }
}
