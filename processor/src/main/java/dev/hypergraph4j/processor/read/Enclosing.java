package dev.hypergraph4j.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** What is around an element. */
final class Enclosing {
    private Enclosing() {}

    /** The type that declares a method, a parameter or another part of a type; of a type the type itself. */
    static TypeElement type(Element element) {
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            if (around instanceof TypeElement type) {
                return type;
            }
        }
        throw new IllegalArgumentException(element + " is in no type");
    }

    /** The types around an element, itself included, from the inside out. */
    static List<TypeElement> types(Element element) {
        List<TypeElement> types = new ArrayList<>();
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            if (around instanceof TypeElement type) {
                types.add(type);
            }
        }
        return types;
    }
}
