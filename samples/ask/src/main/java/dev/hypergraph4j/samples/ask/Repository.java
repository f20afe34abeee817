package dev.hypergraph4j.samples.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the repository that the program is run in, from any folder inside. */
final class Repository {
    private Repository() {}

    /** The outermost folder around {@code start} that is one of ours: modules have a README.md and a pom.xml as well. */
    static Path around(Path start) throws IOException {
        Path outermost = null;
        for (Path folder = start.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            if (isOurs(folder)) {
                outermost = folder;
            }
        }
        if (outermost == null) {
            throw new AskException("Neither " + start.toAbsolutePath().normalize()
                    + " nor a folder above it holds the README.md and the pom.xml"
                    + " of Hypergraph4j. Run this inside the repository.");
        }
        return outermost;
    }

    private static boolean isOurs(Path folder) throws IOException {
        Path pom = folder.resolve("pom.xml");
        return Files.isRegularFile(folder.resolve("README.md"))
                && Files.isRegularFile(pom)
                && Files.readString(pom).contains("<groupId>dev.hypergraph4j</groupId>");
    }
}
