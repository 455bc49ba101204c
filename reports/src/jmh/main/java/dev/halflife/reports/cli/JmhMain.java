package dev.halflife.reports.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The process {@code java -jar jmh.jar COMMAND}. Only built with the Maven profile {@code jmh}. */
@Command(
        name = "jmh",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Measures the reference beside the published algorithm, with JMH and JOL, and the harness beside others.")
public final class JmhMain implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private JmhMain() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        Main.start((surroundings, words) -> in(surroundings), arguments);
    }

    /** The command line in this surroundings. */
    static CommandLine in(Surroundings surroundings) {
        return Halflife.dressed(
                new CommandLine(new JmhMain())
                        .addSubcommand(new JmhOperations(surroundings))
                        .addSubcommand(new JmhMemory(surroundings))
                        .addSubcommand(new JmhHarness(surroundings)),
                surroundings);
    }

    /** No command at all. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing: one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
