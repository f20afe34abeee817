package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** What names could mean, in a file that is generated beside a user's type, instead of what the generated code means by them. */
public interface Surroundings {

    /** Whether the user's package has a type of that name, so that {@code String}, say, is not the one of {@code java.lang} there. */
    boolean hides(String simpleName);

    /** The names of the types nested in the user's type, inherited ones as well. A class that implements that type inherits them. */
    List<String> nestedTypes();

    /** How many methods of that name a type has, inherited ones as well. */
    int methods(ClassName type, String name);
}
