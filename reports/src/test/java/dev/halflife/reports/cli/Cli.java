package dev.halflife.reports.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What one command came to.
 *
 * @param status its exit status
 * @param out what it printed
 * @param err what it complained of
 */
record Cli(int status, String out, String err) {

    /** Runs a command with nothing piped in. */
    static Cli run(Object... arguments) {
        return piped("", arguments);
    }

    /** Runs a command with this piped in. */
    static Cli piped(String in, Object... arguments) {
        return run(new Interrupt(), Terminal.NONE, in, arguments);
    }

    /** Runs a command that is asked to stop before it has begun. */
    static Cli stopped(Object... arguments) {
        Interrupt interrupt = new Interrupt();
        interrupt.request();
        return run(interrupt, Terminal.NONE, "", arguments);
    }

    /** Runs a command on a terminal. */
    static Cli onTerminal(Object... arguments) {
        return run(new Interrupt(), new Terminal(true, true), "", arguments);
    }

    private static Cli run(Interrupt interrupt, Terminal terminal, String in, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Path here = Path.of("").toAbsolutePath();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                terminal,
                () -> 0,
                interrupt,
                new Places(here, here, "halflife.jar"));
        int status = Main.run(
                surroundings, Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
        return new Cli(status, out.toString(), err.toString());
    }
}
