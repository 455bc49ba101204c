package dev.halflife.sim;

import dev.halflife.sim.component.Component;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.world.MeshComponent;
import dev.halflife.sim.write.arrivals.ArrivalsComponent;
import dev.halflife.sim.write.breaker.BreakerComponent;
import dev.halflife.sim.write.credits.CreditsComponent;
import dev.halflife.sim.write.cursor.CursorComponent;
import dev.halflife.sim.write.interference.InterferenceComponent;
import dev.halflife.sim.write.queue.QueueComponent;
import dev.halflife.sim.write.statistics.StatisticsComponent;
import dev.halflife.sim.write.workingset.WorkingSetComponent;
import dev.halflife.sim.write.world.PathComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The components of the harness. */
public final class Components {

    private static final HeatComponent HEAT = HeatComponent.heat();
    private static final HeatComponent BLOB_HEAT = HeatComponent.blobHeat();
    private static final List<Component<?, ?, ?, ?>> ALL = List.of(
            HEAT,
            BLOB_HEAT,
            new CreditsComponent(),
            new StatisticsComponent(),
            new BreakerComponent(),
            new InterferenceComponent(),
            new ArrivalsComponent(),
            new QueueComponent(),
            new WorkingSetComponent(),
            new CursorComponent());
    private static final Component<?, ?, ?, ?> WRITE_PATH = new PathComponent();
    private static final List<Component<?, ?, ?, ?>> WORLDS =
            List.of(new MeshComponent(HEAT), new MeshComponent(BLOB_HEAT), WRITE_PATH);

    private Components() {}

    /** Every component, in the order of reports. */
    public static List<Component<?, ?, ?, ?>> all() {
        return ALL;
    }

    /** The worlds around components: what surrounds them, as components of the harness themselves. */
    public static List<Component<?, ?, ?, ?>> worlds() {
        return WORLDS;
    }

    /** Each of these followed by its world, where it has one; after all of them the world of the whole write path. */
    public static List<Component<?, ?, ?, ?>> withWorlds(List<Component<?, ?, ?, ?>> components) {
        List<Component<?, ?, ?, ?>> all = new ArrayList<>();
        for (Component<?, ?, ?, ?> component : components) {
            all.add(component);
            WORLDS.stream()
                    .filter(world -> world.name().equals(component.name() + "/world"))
                    .forEach(all::add);
        }
        if (all.containsAll(ALL)) {
            all.add(WRITE_PATH);
        }
        return all;
    }

    /**
     * The component or world of that name.
     *
     * @throws MalformedInput if there is none, naming those there are
     */
    public static Component<?, ?, ?, ?> named(String name) {
        return Stream.concat(ALL.stream(), WORLDS.stream())
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedInput("component must be one of "
                        + ALL.stream().map(Component::name).collect(Collectors.joining(", ")) + ": " + name));
    }
}
