package dev.hypergraph4j;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One more use of a node method in a {@link Graph}, as a node with a name of its own and with other value names. The class of the method need
 * not be listed in {@link Graph#nodes()}; if it is, the method is used under its own names as well.
 *
 * <pre>{@code
 * @Graph(nodes = Summarizer.class) // summarize: text -> summary
 * @Use(type = Summarizer.class, method = "summarize", name = "summarizeTitle",
 *      inputs = @Rename(from = "text", to = "title"),
 *      outputs = @Rename(from = "summary", to = "shortTitle"))
 * public interface Digest { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Use.List.class)
public @interface Use {

    /** The class that declares the node method. */
    Class<?> type();

    /** The Java name of the node method. */
    String method();

    /** The name of the node that this use makes. */
    String name();

    /** Other names for values that the method takes; names that are not mentioned stay. */
    Rename[] inputs() default {};

    /** Other names for values that the method gives; names that are not mentioned stay. */
    Rename[] outputs() default {};

    /** The container that lets {@link Use} be repeated; the compiler writes it. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        /** The uses, in the order of the source. */
        Use[] value();
    }
}
