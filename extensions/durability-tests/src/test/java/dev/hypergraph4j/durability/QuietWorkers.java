package dev.hypergraph4j.durability;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** For tests in which workers lose hundreds of workflows: what they tell of each is for others to read. */
final class QuietWorkers implements BeforeAllCallback, AfterAllCallback {
    private static final Logger WORKERS = Logger.getLogger("dev.hypergraph4j.runtime.Workflows");

    @Override
    public void beforeAll(ExtensionContext context) {
        WORKERS.setLevel(Level.OFF);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        WORKERS.setLevel(null);
    }
}
