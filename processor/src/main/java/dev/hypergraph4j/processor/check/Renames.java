package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.NodeUse;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.Renaming;
import java.util.ArrayList;
import java.util.List;

/** What the renamings of a {@code @Use} rename. */
final class Renames {
    private Renames() {}

    /** Those that name no value of the method; of a method with faults none, since its values are not all known. */
    static List<Renaming> leadingNowhere(NodeUse use) {
        List<Renaming> found = new ArrayList<>();
        if (use.method().faults().isEmpty()) {
            found.addAll(leadingNowhere(use.inputs(), taken(use.method())));
            found.addAll(leadingNowhere(use.outputs(), given(use.method())));
        }
        return found;
    }

    static List<Renaming> leadingNowhere(List<Renaming> renamings, List<String> values) {
        return renamings.stream()
                .filter(renaming -> !values.contains(renaming.from().text()))
                .toList();
    }

    /** The names of the values that {@code method} takes, as itself has them. */
    static List<String> taken(NodeMethod method) {
        return method.values().stream().map(Parameter::value).toList();
    }

    /** The names of the values that {@code method} gives, as itself has them. */
    static List<String> given(NodeMethod method) {
        return method.outputs().stream().map(OutputPort::name).toList();
    }
}
