package dev.hypergraph4j.samples.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Asks whoever sits at the terminal. Nobody there is a no. */
record TerminalApproval(BufferedReader in, PrintStream out) implements Approval {

    @Override
    public boolean isGiven(String prompt) {
        while (true) {
            out.print(prompt + " [y/n] ");
            out.flush();
            String line = line();
            switch (line == null ? "n" : line.strip().toLowerCase(Locale.ROOT)) {
                case "y", "yes" -> {
                    return true;
                }
                case "n", "no" -> {
                    return false;
                }
                default -> out.println("Please say y or n.");
            }
        }
    }

    private String line() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
