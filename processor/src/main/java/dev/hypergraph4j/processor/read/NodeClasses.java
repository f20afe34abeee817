package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.processor.model.Site;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The node classes of one round. Those of this compilation are read once, however many graphs take them in. */
final class NodeClasses {
    private final Compilation compilation;
    private final NodeClassReader reader;
    private final Map<TypeElement, NodeClassReader.Read> sources = new HashMap<>();

    NodeClasses(Compilation compilation) {
        this.compilation = compilation;
        this.reader = new NodeClassReader(compilation);
    }

    /**
     * A class.
     *
     * @param takenInAt where the user mentions it: what is wrong with a class file is shown there, so that each graph has its own reading
     */
    NodeClassReader.Read get(TypeElement type, @Nullable Site takenInAt) {
        if (takenInAt != null && !compilation.origins().isSource(type)) {
            return reader.read(type, takenInAt);
        }
        NodeClassReader.Read known = sources.get(type);
        if (known == null) {
            known = reader.read(type, takenInAt);
            sources.put(type, known);
        }
        return known;
    }
}
