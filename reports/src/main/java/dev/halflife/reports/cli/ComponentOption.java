package dev.halflife.reports.cli;

import dev.halflife.sim.Components;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.json.MalformedInput;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which components. */
final class ComponentOption {

    private static final String ALL = "all";

    @Option(
            names = "--component",
            paramLabel = "NAME",
            defaultValue = ALL,
            completionCandidates = Names.class,
            description = "${COMPLETION-CANDIDATES} (default: all); with its world, or NAME/world for that alone")
    private String component = ALL;

    /** Whether it is to be all of them. */
    boolean isAll() {
        return component.equals(ALL);
    }

    /** The chosen ones, each followed by its world, in the order of reports. */
    List<Component<?, ?, ?, ?>> components() {
        List<Component<?, ?, ?, ?>> chosen = Components.all().stream()
                .filter(candidate -> component.equals(ALL) || candidate.name().equals(component))
                .toList();
        if (chosen.isEmpty()) {
            return Components.worlds().stream()
                    .filter(candidate -> candidate.name().equals(component))
                    .findFirst()
                    .<List<Component<?, ?, ?, ?>>>map(List::of)
                    .orElseThrow(
                            () -> new MalformedInput(Choice.complaint("--component", component, names().toList())));
        }
        return Components.withWorlds(chosen);
    }

    private static Stream<String> names() {
        return Stream.concat(Components.all().stream().map(Component::name), Stream.of(ALL));
    }

    /** For shell completion and the help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }
}
