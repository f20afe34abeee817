package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What processes have done to the world, as its file tells: every delivery of each effect, and of each message. */
final class World {
    static final String EFFECT = "effect";
    static final String MESSAGE = "message";

    /** The store knows that the message was delivered. */
    static final String KNOWN = "known";

    private final Map<String, List<String>> effects = new HashMap<>();
    private final Map<String, List<Long>> times = new HashMap<>();
    private final Map<String, List<String>> messages = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final List<String> deliveredTwice = new ArrayList<>();

    World(Path file) {
        try {
            String text = Files.readString(file);
            // What stands behind the last end of a line is being written just now.
            text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(this::read);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read(String line) {
        String[] parts = line.split("\t", -1);
        assertThat(parts).as("line of the world: " + line).hasSize(4);
        switch (parts[0]) {
            case EFFECT -> {
                effects.computeIfAbsent(parts[1], id -> new ArrayList<>()).add(parts[2]);
                times.computeIfAbsent(parts[1], id -> new ArrayList<>()).add(Long.parseLong(parts[3]));
            }
            case KNOWN -> known.add(parts[1]);
            case MESSAGE -> {
                messages.computeIfAbsent(parts[1], id -> new ArrayList<>()).add(parts[2]);
                if (known.contains(parts[1])) {
                    deliveredTwice.add(parts[1]);
                }
            }
            default -> throw new AssertionError("line of the world: " + line);
        }
    }

    /** What was done under an effect id, each time; empty if nothing was. */
    List<String> effect(String id) {
        return effects.getOrDefault(id, List.of());
    }

    /** When something was done under an effect id, each time, by the clock of who did it. */
    List<Long> times(String id) {
        return times.getOrDefault(id, List.of());
    }

    /** All effect ids. */
    Set<String> effects() {
        return effects.keySet();
    }

    /** What was delivered under the id of a message, each time. */
    List<String> message(String id) {
        return messages.getOrDefault(id, List.of());
    }

    Set<String> messages() {
        return messages.keySet();
    }

    /** Messages that came again though the store knew that they had come. */
    List<String> deliveredThoughKnown() {
        return deliveredTwice;
    }
}
