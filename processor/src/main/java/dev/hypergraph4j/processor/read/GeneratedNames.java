package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The names of the types that will be generated for the graphs of this compilation. The compiler does not know these types yet when a
 * signature mentions one, and tells no more than the name that the user wrote.
 */
final class GeneratedNames {
    private static final List<String> SUFFIXES = List.of("Graph", "Inputs", "Outputs");

    /** A type to be generated, and the graph it is for. */
    record Generated(ClassName name, TypeElement graph) {}

    private final Set<TypeElement> graphs = new HashSet<>();
    private final Map<String, List<Generated>> bySimpleName = new HashMap<>();

    /** Tells of a graph; to tell of it again changes nothing. */
    void add(TypeElement graph) {
        if (graphs.add(graph)) {
            ClassName type = ClassName.get(graph);
            String base = String.join("_", type.simpleNames());
            for (String suffix : SUFFIXES) {
                String simpleName = base + suffix;
                bySimpleName
                        .computeIfAbsent(simpleName, name -> new ArrayList<>())
                        .add(new Generated(ClassName.get(type.packageName(), simpleName), graph));
            }
        }
    }

    /**
     * The type that is to be generated and that {@code written} stands for in code of {@code packageName}: of several that share a simple name
     * the one in this package.
     */
    @Nullable
    Generated find(String written, String packageName) {
        String simpleName = written.substring(written.lastIndexOf('.') + 1);
        List<Generated> named = bySimpleName.getOrDefault(simpleName, List.of());
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        String wanted = simpleName.equals(written) ? prefix + simpleName : written;
        for (Generated generated : named) {
            if (generated.name().canonicalName().equals(wanted)) {
                return generated;
            }
        }
        return simpleName.equals(written) && !named.isEmpty() ? named.get(0) : null;
    }
}
