package dev.halflife.sim;

import dev.halflife.sim.component.Component;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.json.MalformedInput;
import java.util.List;
import java.util.stream.Collectors;

/** The components of the harness. */
public final class Components {

    private static final List<Component<?, ?, ?, ?>> ALL = List.of(HeatComponent.heat(), HeatComponent.blobHeat());

    private Components() {}

    /** Every component, in the order of reports. */
    public static List<Component<?, ?, ?, ?>> all() {
        return ALL;
    }

    /**
     * The component of that name.
     *
     * @throws MalformedInput if there is none, naming those there are
     */
    public static Component<?, ?, ?, ?> named(String name) {
        return ALL.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedInput("component must be "
                        + ALL.stream().map(Component::name).collect(Collectors.joining(" or ")) + ": " + name));
    }
}
