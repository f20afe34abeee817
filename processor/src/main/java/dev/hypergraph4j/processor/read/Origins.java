package dev.hypergraph4j.processor.read;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Tells types of this compilation from those of class files: by the sources where there are any, else by the file that the compiler says a type
 * is from (from Java 18 on, and always with ECJ), else by the names of parameters.
 */
final class Origins {
    private final Sources sources;
    private final Elements elements;
    private final @Nullable Method fileObjectOf;
    private final Map<TypeElement, Boolean> fromSource = new HashMap<>();

    Origins(Sources sources, Elements elements) {
        this.sources = sources;
        this.elements = elements;
        this.fileObjectOf = fileObjectOf(elements);
    }

    /** Whether the type's source is part of this compilation. */
    boolean isSource(TypeElement type) {
        Boolean known = fromSource.get(type);
        if (known == null) {
            known = sources.contain(type).or(() -> isSourceFile(type)).orElseGet(() -> !namelessMethods(type));
            fromSource.put(type, known);
        }
        return known;
    }

    /** Whether the element belongs to a type whose source is part of this compilation. */
    boolean isSource(Element element) {
        return isSource(Enclosing.type(element));
    }

    /** Whether the compiler made the parameters' names up ({@code arg0}, {@code arg1}), because the class file does not tell them. */
    static boolean isNameless(ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        return !parameters.isEmpty()
                && IntStream.range(0, parameters.size())
                        .allMatch(i -> parameters.get(i).getSimpleName().contentEquals("arg" + i));
    }

    private static boolean namelessMethods(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream().anyMatch(Origins::isNameless);
    }

    private Optional<Boolean> isSourceFile(TypeElement type) {
        if (fileObjectOf == null) {
            return Optional.empty();
        }
        try {
            return fileObjectOf.invoke(elements, type) instanceof JavaFileObject file
                    ? Optional.of(file.getKind() == JavaFileObject.Kind.SOURCE)
                    : Optional.empty();
        } catch (InvocationTargetException | IllegalAccessException notTold) {
            return Optional.empty();
        }
    }

    private static @Nullable Method fileObjectOf(Elements elements) {
        Method ofInterface = publicMethod(Elements.class);
        return ofInterface != null ? ofInterface : publicMethod(elements.getClass());
    }

    private static @Nullable Method publicMethod(Class<?> type) {
        try {
            return Modifier.isPublic(type.getModifiers()) ? type.getMethod("getFileObjectOf", Element.class) : null;
        } catch (NoSuchMethodException beforeJava18) {
            return null;
        }
    }
}
