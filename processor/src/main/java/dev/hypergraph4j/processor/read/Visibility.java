package dev.hypergraph4j.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/** Tells what code of any package can name. */
final class Visibility {
    private Visibility() {}

    /** Whether the element and everything around it is public. */
    static boolean isPublic(Element element) {
        for (Element around = element;
                around != null && around.getKind() != ElementKind.PACKAGE;
                around = around.getEnclosingElement()) {
            if (!around.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }
}
