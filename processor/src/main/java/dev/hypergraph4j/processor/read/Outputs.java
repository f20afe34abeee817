package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.read.RecordComponents.Component;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The output names of a method matched with what it returns.
 *
 * @param ports an output for each name, also where the name is at fault: its consumers are not
 */
record Outputs(List<OutputPort> ports, List<Fault> faults) {

    /**
     * The outputs {@code names} of a method that gives {@code returned}.
     *
     * @param nullable tells of a name whether its value may be {@code null}, beyond what a record's component says
     */
    static Outputs of(List<Name> names, Returned returned, Predicate<String> nullable, Scope scope) {
        Outputs outputs = new Outputs(new ArrayList<>(), new ArrayList<>());
        TypeMirror type = returned.type();
        if (names.isEmpty()) {
            if (type != null && !returned.untyped()) {
                outputs.fault(Fault.Kind.OUTPUT_MISSING, scope.type(type).display());
            }
        } else if (type == null) {
            outputs.fault(Fault.Kind.OUTPUT_ON_VOID, "");
            names.forEach(name -> outputs.add(name, AnyType.ANY, "", false));
        } else if (names.size() == 1) {
            outputs.add(
                    names.get(0),
                    scope.type(type),
                    "",
                    nullable.test(names.get(0).text()));
        } else {
            outputs.addComponents(names, type, nullable, scope);
        }
        return outputs;
    }

    private void addComponents(List<Name> names, TypeMirror type, Predicate<String> nullable, Scope scope) {
        RecordComponents components = RecordComponents.of(type, scope.compilation());
        String display = scope.type(type).display();
        if (components == null) {
            fault(Fault.Kind.NOT_A_RECORD, display);
        }
        Set<String> seen = new HashSet<>();
        for (Name name : names) {
            if (!seen.add(name.text())) {
                fault(Fault.Kind.OUTPUT_TWICE, name.text());
            } else {
                Component component = components == null ? null : components.find(name.text());
                addComponent(name, component, nullable, scope);
                if (components != null && component == null) {
                    fault(Fault.Kind.COMPONENT_MISSING, name.text());
                }
            }
        }
    }

    private void addComponent(Name name, @Nullable Component component, Predicate<String> nullable, Scope scope) {
        if (component == null) {
            add(name, AnyType.ANY, name.text(), false);
        } else {
            boolean mayBeNull = component.nullable() || nullable.test(name.text());
            add(name, scope.type(component.type()), name.text(), mayBeNull);
        }
    }

    private void add(Name name, ValueType type, String accessor, boolean nullable) {
        ports.add(new OutputPort(name.text(), type, accessor, nullable, name.site()));
    }

    private void fault(Fault.Kind kind, String detail) {
        faults.add(new Fault(kind, detail));
    }
}
