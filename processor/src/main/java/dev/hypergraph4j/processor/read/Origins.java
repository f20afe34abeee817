package dev.hypergraph4j.processor.read;

import java.lang.reflect.Method;
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

/**
 * Tells types of this compilation from those of class files: by the sources where there are any, else by the file that the compiler says a type
 * is from (from Java 18 on), else by what ECJ knows of it, else by the names of parameters.
 */
final class Origins {
    private final Sources sources;
    private final Elements elements;
    private final Map<TypeElement, Boolean> fromSource = new HashMap<>();

    Origins(Sources sources, Elements elements) {
        this.sources = sources;
        this.elements = elements;
    }

    /** Whether the type's source is part of this compilation. */
    boolean isSource(TypeElement type) {
        Boolean known = fromSource.get(type);
        if (known == null) {
            known = sources.contain(type)
                    .or(() -> isSourceFile(type))
                    .or(() -> isSourceOfEcj(type))
                    .orElseGet(() -> !hasNamelessMethods(type));
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

    private static boolean hasNamelessMethods(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream().anyMatch(Origins::isNameless);
    }

    private Optional<Boolean> isSourceFile(TypeElement type) {
        try {
            Method fileObjectOf = Elements.class.getMethod("getFileObjectOf", Element.class);
            return fileObjectOf.invoke(elements, type) instanceof JavaFileObject file
                    ? Optional.of(file.getKind() == JavaFileObject.Kind.SOURCE)
                    : Optional.empty();
        } catch (ReflectiveOperationException notTold) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> isSourceOfEcj(TypeElement type) {
        try {
            Object binding = type.getClass().getField("_binding").get(type);
            Object isBinary = binding.getClass().getMethod("isBinaryBinding").invoke(binding);
            return Optional.of(isBinary.equals(false));
        } catch (ReflectiveOperationException | LinkageError notEcj) {
            return Optional.empty();
        }
    }
}
