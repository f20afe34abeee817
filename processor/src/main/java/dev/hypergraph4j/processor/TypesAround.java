package dev.hypergraph4j.processor;

import static java.util.stream.Collectors.toMap;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.processor.write.Surroundings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The types around one for which code is generated, as the compiler knows them. */
final class TypesAround implements Surroundings {
    private final TypeElement type;
    private final Elements elements;

    /** How many methods of each name a type has. */
    private final Map<ClassName, Map<String, Integer>> methods = new HashMap<>();

    TypesAround(TypeElement type, Elements elements) {
        this.type = type;
        this.elements = elements;
    }

    @Override
    public boolean hides(String simpleName) {
        String packageName = elements.getPackageOf(type).getQualifiedName().toString();
        String name = packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
        ModuleElement module = elements.getModuleOf(type);
        return (module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name)) != null;
    }

    @Override
    public List<String> nestedTypes() {
        return ElementFilter.typesIn(elements.getAllMembers(type)).stream()
                .map(nested -> nested.getSimpleName().toString())
                .sorted()
                .toList();
    }

    @Override
    public int methods(ClassName owner, String name) {
        return methods.computeIfAbsent(owner, this::countMethods).getOrDefault(name, 0);
    }

    private Map<String, Integer> countMethods(ClassName owner) {
        TypeElement element = elements.getTypeElement(owner.canonicalName());
        return element == null
                ? Map.of()
                : ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
                        .collect(toMap(method -> method.getSimpleName().toString(), method -> 1, Integer::sum));
    }
}
