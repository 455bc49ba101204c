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
            description = "${COMPLETION-CANDIDATES} (default: all)")
    private String component = ALL;

    /** The chosen ones, in the order of reports. */
    List<Component<?, ?, ?, ?>> components() {
        if (component.equals(ALL)) {
            return Components.all();
        }
        return Components.all().stream()
                .filter(candidate -> candidate.name().equals(component))
                .findFirst()
                .<List<Component<?, ?, ?, ?>>>map(List::of)
                .orElseThrow(() -> new MalformedInput(Choice.complaint("--component", component, names().toList())));
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
