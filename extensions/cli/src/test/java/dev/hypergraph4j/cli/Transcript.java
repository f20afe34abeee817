package dev.hypergraph4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said to a command line and what it says, as on a terminal: a line that begins with {@code $} is a command, those below it are its output, and an
 * exit code that is not 0 stands in brackets at the end.
 */
final class Transcript {
    private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|(\\S+)");

    private Transcript() {}

    /** The commands of {@code transcript} with what they say now. */
    static String again(String transcript, Story story) {
        StringBuilder again = new StringBuilder();
        transcript.lines().filter(line -> line.startsWith("$ ")).forEach(line -> {
            Said said = story.say(arguments(line));
            again.append(again.isEmpty() ? "" : "\n").append(line).append('\n');
            again.append(said.out()).append(said.err().replace(System.lineSeparator(), "\n"));
            again.append(said.code() == 0 ? "" : "[" + said.code() + "]\n");
        });
        return again.toString();
    }

    /** The arguments behind the name of the program. */
    private static String[] arguments(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = ARGUMENT.matcher(line.substring("$ hypergraph4j".length()));
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words.toArray(String[]::new);
    }
}
