package dev.halflife.reports.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
        name = "halflife",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Halflife.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks decaying heat registries against their specification.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:holds",
            "1:violated",
            "2:usage, or input that cannot be read",
            "3:undecided",
            "70:a bug in halflife"
        },
        footer = {"", "Example, the gate that a change must pass:", "  java -jar reports/target/halflife.jar gate"})
final class Halflife implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Halflife() {}

    /** The whole command line in this surroundings. */
    static CommandLine in(Surroundings surroundings) {
        CommandLine root = new CommandLine(new Halflife())
                .addSubcommand(new GateCommand(surroundings))
                .addSubcommand(new ExploreCommand(surroundings))
                .addSubcommand(new FuzzCommand(surroundings))
                .addSubcommand(new MergeCommand(surroundings))
                .addSubcommand(new ReplayCommand(surroundings))
                .addSubcommand(new ShrinkCommand(surroundings))
                .addSubcommand(new CheckCommand(surroundings))
                .addSubcommand(new ReportCommand(surroundings))
                .addSubcommand(new MuseumCommand(surroundings))
                .addSubcommand(new BenchCommand(surroundings))
                .addSubcommand(new ListCommand(surroundings))
                .addSubcommand(new AutoComplete.GenerateCompletion());
        return dressed(root, surroundings);
    }

    /** A command line with the house's output and complaints. */
    static CommandLine dressed(CommandLine root, Surroundings surroundings) {
        Complaints complaints = new Complaints();
        return root.setOut(surroundings.out())
                .setErr(surroundings.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        surroundings.terminal().coloured() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints);
    }

    /** No command at all. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing: one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }

    /** Out of the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Halflife.class.getPackage().getImplementationVersion();
            return new String[] {"halflife " + (version == null ? "development" : version)};
        }
    }
}
