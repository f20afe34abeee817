package dev.hypergraph4j.processor.read;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The compiler as the readers see it, in one round of processing.
 *
 * @param sources what only the sources tell, where there are any
 * @param sites the places that diagnostics can point at
 * @param origins tells types of this compilation from those of class files
 * @param generated the types that are to be generated and that the compiler does not know yet
 */
record Compilation(
        Types types, Elements elements, Sources sources, Sites sites, Origins origins, GeneratedNames generated) {

    static Compilation of(ProcessingEnvironment environment) {
        Sources sources = Sources.of(environment);
        return new Compilation(
                environment.getTypeUtils(),
                environment.getElementUtils(),
                sources,
                new Sites(sources),
                new Origins(sources, environment.getElementUtils()),
                new GeneratedNames());
    }
}
