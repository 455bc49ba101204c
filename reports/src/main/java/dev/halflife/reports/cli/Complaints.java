package dev.halflife.reports.cli;

import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.json.Printable;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said when something is wrong: one sentence where it is the user's to mend, everything where it is ours. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** Arguments that make no sense. */
    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        e.getCommandLine().getErr().println(Printable.shortened(sentence(e), MalformedInput.LONGEST));
        return ExitCode.USAGE;
    }

    /** Input that is not what it should be, or a bug. */
    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof MalformedInput) {
            err.println(e.getMessage());
            return ExitCode.USAGE;
        }
        return bug(e, err);
    }

    /** A bug of ours, unless it is but the memory that ran out. */
    static int bug(Throwable e, PrintWriter err) {
        if (e instanceof OutOfMemoryError) {
            err.println("memory ran out: give the JVM more, such as -Xmx2g, or read less");
            return ExitCode.USAGE;
        }
        err.println("this is a bug in halflife; please report it together with the command and the lines below");
        e.printStackTrace(err);
        err.flush();
        return ExitCode.BUG;
    }

    private static String sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(e.getCommandLine(), unmatched.getUnmatched().get(0));
        }
        if (e.getCause() instanceof TypeConversionException conversion) {
            return String.valueOf(conversion.getMessage());
        }
        String message = String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
        return message.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                + message.substring(1).replaceFirst("[.\\s]+$", "")
                + "; see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    }

    private static String unmatched(CommandLine command, String word) {
        String name = command.getCommandSpec().qualifiedName();
        if (word.startsWith("-")) {
            String option = word.replaceFirst("=.*", "");
            Optional<String> meant =
                    Nearest.to(option, command.getCommandSpec().optionsMap().keySet());
            return name + " has no option " + option
                    + meant.map(near -> "; did you mean " + near + "?").orElse("; see " + name + " --help");
        }
        if (command.getSubcommands().isEmpty()) {
            return name + " takes no such word: " + word + "; see " + name + " --help";
        }
        return name + " has no command " + word
                + Nearest.to(word, command.getSubcommands().keySet())
                        .map(near -> "; did you mean " + near + "?")
                        .orElseGet(() -> "; it has "
                                + command.getSubcommands().keySet().stream().collect(Collectors.joining(", ")));
    }
}
