package dev.halflife.reports.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
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

    /** By name, in the order of the help. */
    private static final Map<String, Function<Surroundings, Object>> COMMANDS = commands();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Halflife() {}

    /**
     * The command line in these surroundings, for these arguments: where the first of them is a command, that one alone.
     * Reading the options of all of them takes a fifth of a second, which nobody who names one should wait for.
     */
    static CommandLine in(Surroundings surroundings, String... arguments) {
        CommandLine root = new CommandLine(new Halflife());
        boolean named = arguments.length > 0 && COMMANDS.containsKey(arguments[0]);
        COMMANDS.forEach((name, command) -> {
            if (!named || name.equals(arguments[0])) {
                root.addSubcommand(name, command.apply(surroundings));
            }
        });
        if (!named) {
            root.addSubcommand(new AutoComplete.GenerateCompletion());
        }
        return dressed(root, surroundings);
    }

    private static Map<String, Function<Surroundings, Object>> commands() {
        Map<String, Function<Surroundings, Object>> commands = new LinkedHashMap<>();
        commands.put("gate", GateCommand::new);
        commands.put("explore", ExploreCommand::new);
        commands.put("fuzz", FuzzCommand::new);
        commands.put("merge", MergeCommand::new);
        commands.put("replay", ReplayCommand::new);
        commands.put("shrink", ShrinkCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("museum", MuseumCommand::new);
        commands.put("bench", BenchCommand::new);
        commands.put("list", ListCommand::new);
        return commands;
    }

    /** A command line with the house's output and complaints. */
    static CommandLine dressed(CommandLine root, Surroundings surroundings) {
        Complaints complaints = new Complaints();
        // A file that lies around must not become part of a command line.
        return root.setExpandAtFiles(false)
                .setOut(surroundings.out())
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
