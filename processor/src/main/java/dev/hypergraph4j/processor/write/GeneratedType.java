package dev.hypergraph4j.processor.write;

/**
 * The source of a generated type.
 *
 * @param packageName its package; empty for the unnamed one
 * @param simpleName its name
 * @param text the whole file
 */
public record GeneratedType(String packageName, String simpleName, String text) {

    /** Its name with the package. */
    public String qualifiedName() {
        return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }
}
