package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.Nested;
import dev.hypergraph4j.processor.model.Subgraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Puts graphs together with those nested in them, and finds out which would be nested in themselves. */
final class NestedGraphs {
    private final Function<TypeElement, ReadGraph> reader;
    private final Map<TypeElement, GraphDeclaration> known = new HashMap<>();

    NestedGraphs(Function<TypeElement, ReadGraph> reader) {
        this.reader = reader;
    }

    /** The graph of {@code type}, a source, with all that is nested in it. */
    GraphDeclaration of(TypeElement type) {
        if (reader.apply(type).graph() instanceof Nested.Declared declared) {
            return of(type, declared.graph());
        }
        throw new IllegalArgumentException(type + " is no source");
    }

    private GraphDeclaration of(TypeElement type, GraphDeclaration declaration) {
        GraphDeclaration found = known.get(type);
        if (found == null) {
            List<TypeElement> types = reader.apply(type).nested();
            List<Subgraph> subgraphs = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                subgraphs.add(declaration.subgraphs().get(i).of(nested(types.get(i), type)));
            }
            found = declaration.nesting(List.copyOf(subgraphs));
            known.put(type, found);
        }
        return found;
    }

    private Nested nested(TypeElement type, TypeElement around) {
        List<String> way = way(type, around);
        if (!way.isEmpty()) {
            return new Nested.Itself(way);
        }
        Nested nested = reader.apply(type).graph();
        return nested instanceof Nested.Declared declared ? new Nested.Declared(of(type, declared.graph())) : nested;
    }

    /** {@code type} and the graphs nested in it, and in these, and so on. */
    Set<TypeElement> allFrom(TypeElement type) {
        return cameFrom(type).keySet();
    }

    /** The graphs that lead from {@code start}, over those nested in it, to {@code end}, by their simple names; none where no way does. */
    private List<String> way(TypeElement start, TypeElement end) {
        Map<TypeElement, @Nullable TypeElement> cameFrom = cameFrom(start);
        List<String> way = new ArrayList<>();
        if (cameFrom.containsKey(end)) {
            for (TypeElement at = end; at != null; at = cameFrom.get(at)) {
                way.add(at.getSimpleName().toString());
            }
        }
        Collections.reverse(way);
        return way;
    }

    private Map<TypeElement, @Nullable TypeElement> cameFrom(TypeElement start) {
        Map<TypeElement, @Nullable TypeElement> cameFrom = new LinkedHashMap<>();
        cameFrom.put(start, null);
        Deque<TypeElement> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            TypeElement next = open.remove();
            for (TypeElement nested : reader.apply(next).nested()) {
                if (!cameFrom.containsKey(nested)) {
                    cameFrom.put(nested, next);
                    open.add(nested);
                }
            }
        }
        return cameFrom;
    }
}
