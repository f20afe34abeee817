package dev.hypergraph4j.runtime.durable;

/**
 * What an attempt failed with.
 *
 * @param type the name of the exception's class
 * @param message its message, cut at {@value #LONGEST} characters; empty where it has none
 */
public record StepError(String type, String message) {
    /** How many characters of a message are kept. */
    public static final int LONGEST = 1000;

    /** Cuts the message, never in the middle of a character. */
    public StepError {
        if (message.length() > LONGEST) {
            int end = Character.isHighSurrogate(message.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            message = message.substring(0, end);
        }
    }

    /** What is kept of {@code error}. An exception whose message can't be had is kept without. */
    public static StepError of(Throwable error) {
        String message;
        try {
            message = error.getMessage();
        } catch (RuntimeException | Error broken) {
            message = "(its getMessage() threw " + broken.getClass().getName() + ")";
        }
        return new StepError(error.getClass().getName(), message == null ? "" : message);
    }

    @Override
    public String toString() {
        return message.isEmpty() ? type : type + ": " + message;
    }
}
