package dev.halflife.reports.cli;

import java.io.Console;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who reads the output.
 *
 * @param interactive whether a person sits there, so that a line may be rewritten
 * @param coloured whether colours are wanted
 */
record Terminal(boolean interactive, boolean coloured) {

    /** A file, a pipe, a test. */
    static final Terminal NONE = new Terminal(false, false);

    private static final String RESET = "\u001b[0m";

    /** The process's own. {@code NO_COLOR} turns colours off unless it is empty (no-color.org). */
    static Terminal ofProcess() {
        boolean interactive = isTerminal(System.console()) && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(
                interactive,
                interactive && System.getenv().getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** From Java 22 on there is a console without a terminal too, and a method to tell. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    UnaryOperator<String> red() {
        return paint("\u001b[31m");
    }

    UnaryOperator<String> green() {
        return paint("\u001b[32m");
    }

    UnaryOperator<String> yellow() {
        return paint("\u001b[33m");
    }

    UnaryOperator<String> bold() {
        return paint("\u001b[1m");
    }

    /** The colour of a verdict. */
    UnaryOperator<String> verdict(String verdict) {
        return switch (verdict) {
            case "holds" -> green();
            case "violated" -> red();
            default -> yellow();
        };
    }

    private UnaryOperator<String> paint(String code) {
        return coloured ? text -> code + text + RESET : UnaryOperator.identity();
    }
}
