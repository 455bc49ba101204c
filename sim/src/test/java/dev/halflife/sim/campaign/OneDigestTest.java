package dev.halflife.sim.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.run.Parallel;
import dev.halflife.sim.run.Progress;
import dev.halflife.sim.run.Trial;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The same seed gives the same campaign on any machine, so each JDK that runs this finds what one of them once wrote down.
 * A change of a workload, or of what is digested, is the only reason to write down another.
 */
class OneDigestTest {

    private static final int SCHEDULES = 60;
    private static final long SEED = 16;

    private static final Map<String, String> WRITTEN_DOWN = Map.ofEntries(
            Map.entry("arrivals", "0dcca5fd252bfaaa"),
            Map.entry("blob-heat-registry", "9da6af75caec816f"),
            Map.entry("blob-heat-registry/world", "5e7b98df77aa1bc2"),
            Map.entry("circuit-breaker", "6cf1d798d13b849f"),
            Map.entry("consolidation-cursor", "7ca8ab38dec93d44"),
            Map.entry("heat-registry", "4e611133296cdc71"),
            Map.entry("heat-registry/world", "db137fea6cb9c23e"),
            Map.entry("importance-credits", "cff5201bd610708e"),
            Map.entry("interference-tracker", "ed924b87a0ccc9dd"),
            Map.entry("retry-queue", "95b32cd264b32f71"),
            Map.entry("running-statistics", "a4b7e0f763271191"),
            Map.entry("working-set", "1a345bf24e53ed81"),
            Map.entry("write-path/world", "b7303f64dd0b9c2a"));

    @Test
    void everyMachineFindsTheDigestsThatOneOnceWroteDown() {
        Map<String, String> digests = new TreeMap<>();
        for (Component<?, ?, ?, ?> component : Components.withWorlds(Components.all())) {
            digests.put(component.name(), digest(component));
        }
        assertThat(digests)
                .as("on Java %s, to be written down once two JDKs agree:%n%s", Runtime.version(), source(digests))
                .isEqualTo(WRITTEN_DOWN);
    }

    private static String source(Map<String, String> digests) {
        return digests.entrySet().stream()
                .map(entry -> "Map.entry(\"" + entry.getKey() + "\", \"" + entry.getValue() + "\")")
                .collect(Collectors.joining(",\n            ", "            ", ");"));
    }

    private static <C, S, O extends Operation<O>, R> String digest(Component<C, S, O, R> component) {
        return Digest.hex(new Digest()
                .add(run(new Trial<>(component, "reference", Contract.strict())))
                .add(run(new Trial<>(component, "published", Contract.strict())))
                .value());
    }

    private static <C, S, O extends Operation<O>, R> long run(Trial<C, S, O, R> trial) {
        return new Campaign<>(trial, SEED, 2)
                .run(SCHEDULES, Parallel.Stop.NEVER, Progress.NONE)
                .digest();
    }
}
