package dev.hypergraph4j.processor;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;

/** The processors beside this one that the compiler may have found where it found this one. */
final class OtherProcessors {
    private OtherProcessors() {}

    static boolean areNone() {
        try {
            return ServiceLoader.load(Processor.class, HypergraphProcessor.class.getClassLoader()).stream()
                    .allMatch(provider -> provider.type().equals(HypergraphProcessor.class));
        } catch (ServiceConfigurationError someAreBroken) {
            return false;
        }
    }
}
