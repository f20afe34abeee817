package dev.hypergraph4j.jdbc.json;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/** Why types can't be written so that their values could be read back. */
final class Refusals {
    private Refusals() {}

    static String why(Class<?> type) {
        if (type == Object.class) {
            return "Object does not say what a value is";
        }
        if (EnumSet.class.isAssignableFrom(type)) {
            return "an EnumSet comes back as another kind of set; declare it as a Set";
        }
        if (SortedSet.class.isAssignableFrom(type) || SortedMap.class.isAssignableFrom(type)) {
            return "nobody knows by what order a " + type.getSimpleName() + " sorts; declare it as a "
                    + (SortedSet.class.isAssignableFrom(type) ? "Set" : "Map");
        }
        if (Collection.class.isAssignableFrom(type)) {
            return type.getSimpleName() + " is a collection that comes back as another kind; declare it as a "
                    + (Set.class.isAssignableFrom(type) ? "Set" : "List");
        }
        if (Map.class.isAssignableFrom(type)) {
            return type.getSimpleName() + " is a map that comes back as another kind; declare it as a Map";
        }
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
            return type.getSimpleName() + " is open: a value may be of any class; seal it";
        }
        return type.getSimpleName() + " is a class, whose fields are its own business; make it a record";
    }
}
