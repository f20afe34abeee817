package dev.hypergraph4j.progress;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Whether somebody looks on. */
final class Terminal {
    private Terminal() {}

    /** Whether this process is connected to a terminal that can move its cursor. */
    @SuppressWarnings("SystemConsoleNull") // That it is there is not all that is asked.
    static boolean isThere() {
        Console console = System.console();
        String type = System.getenv("TERM");
        return console != null && isTerminal(console) && !"dumb".equals(type);
    }

    /** From JDK 22 on there is a console also where there is no terminal, and a method that tells; before there was neither. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException older) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException broken) {
            return false;
        }
    }
}
