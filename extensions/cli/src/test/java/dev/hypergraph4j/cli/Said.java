package dev.hypergraph4j.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What a command line gave.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained about
 */
record Said(int code, String out, String err) {
    static Said by(CommandLine line, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
        return new Said(code, out.toString(), err.toString());
    }
}
