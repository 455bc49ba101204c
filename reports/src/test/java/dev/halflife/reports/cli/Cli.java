package dev.halflife.reports.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import picocli.CommandLine;

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

    /** Runs a command with these variables in its environment. */
    static Cli with(Map<String, String> environment, Object... arguments) {
        return run(Halflife::in, new Interrupt(), Terminal.NONE, "", () -> 0, environment, arguments);
    }

    /** Runs a command by this clock. */
    static Cli timed(LongSupplier nanos, Object... arguments) {
        return run(Halflife::in, new Interrupt(), Terminal.NONE, "", nanos, Map.of(), arguments);
    }

    /** Runs another command line than the usual one. */
    static Cli of(Function<Surroundings, CommandLine> root, Object... arguments) {
        return run(
                (surroundings, words) -> root.apply(surroundings),
                new Interrupt(),
                Terminal.NONE,
                "",
                () -> 0,
                Map.of(),
                arguments);
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
        return run(Halflife::in, interrupt, terminal, in, () -> 0, Map.of(), arguments);
    }

    private static Cli run(
            BiFunction<Surroundings, String[], CommandLine> root,
            Interrupt interrupt,
            Terminal terminal,
            String in,
            LongSupplier nanos,
            Map<String, String> environment,
            Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Path here = Path.of("").toAbsolutePath();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                terminal,
                nanos,
                interrupt,
                new Places(here, here, "halflife.jar"),
                environment);
        int status = Main.run(
                root,
                surroundings,
                Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
        return new Cli(status, out.toString(), err.toString());
    }
}
