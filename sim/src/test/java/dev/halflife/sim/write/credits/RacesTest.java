package dev.halflife.sim.write.credits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Violation;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.credits.CreditsState;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.run.Run;
import dev.halflife.sim.run.Timeline;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What two callers can do to the published credits (F6), each found by trying every interleaving, the shortest first. */
class RacesTest {

    private static final int CALLERS = 2;
    private static final int DEPTH = 5;
    private static final CreditsComponent COMPONENT = new CreditsComponent();
    private static final Trial<CreditsConfig, CreditsState, CreditsOperation, CreditsReply> TRIAL =
            new Trial<>(COMPONENT, "published", Contract.strict());

    /** The shortest schedule for each way to be wrong, digits aside. */
    private static final Map<String, Found> FOUND = new LinkedHashMap<>();

    private record Found(Schedule<CreditsConfig, CreditsOperation> schedule, Violation violation) {}

    @BeforeAll
    static void tryEveryInterleaving() {
        for (int depth = 1; depth <= DEPTH; depth++) {
            for (CreditsConfig config : COMPONENT.exploration().configs(CALLERS)) {
                search(config, List.of(), depth);
            }
        }
    }

    @Test
    void f6_aFlushMissesCreditsAlreadyCounted() {
        assertShown("which misses credits already counted");
    }

    @Test
    void f6_aCountIsLeftWithoutCredits() {
        assertShown("a count without credits");
    }

    @Test
    void f6_creditsSitUncounted() {
        assertShown("credits that are not counted");
    }

    @Test
    void f6_thePileAtRestReachesTheThreshold() {
        assertShown("at rest: the threshold is");
    }

    @Test
    void f6_aFlushDoesNotTellCounts() {
        assertShown("without counts");
    }

    @Test
    void everyWayToBeWrongIsTheFinding() {
        assertThat(FOUND.values())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.violation().rule().id()).isEqualTo("F6"));
    }

    /** Of a drain and a record: the record's credit is in the pile, and the count knows nothing of it. */
    @Test
    void aRaceReadsAtAGlance() {
        Timeline timeline =
                Timeline.of(TRIAL, shown("credits that are not counted").schedule());

        assertThat(timeline.columns()).containsExactly("alone", "caller 1", "caller 2", "caller 3");
        assertThat(timeline.rows())
                .extracting(Timeline.Row::cells)
                .containsExactly(
                        List.of("", "record a", "", ""),
                        List.of("", "│", "drain", ""),
                        List.of("", "│", "finish → nothing", ""),
                        List.of("", "finish → nothing", "", ""),
                        List.of("pending → count 0, pile 1", "", "", ""));
        assertThat(timeline.rows().get(4).note()).isEqualTo("expected: count 1, pile 1");
    }

    private static void assertShown(String seen) {
        Found found = shown(seen);
        assertThat(found.violation().rule().id()).isEqualTo("F6");
        assertThat(found.schedule().operations()).hasSizeLessThanOrEqualTo(8);
    }

    private static Found shown(String seen) {
        return FOUND.values().stream()
                .filter(found -> found.violation().seen().contains(seen))
                .findFirst()
                .orElseThrow(() -> new AssertionError(seen + " not among " + FOUND.keySet()));
    }

    private static void search(CreditsConfig config, List<CreditsOperation> soFar, int depth) {
        try (Run<CreditsConfig, CreditsState, CreditsOperation, CreditsReply> run = TRIAL.start(config, new Digest())) {
            List<CreditsOperation> operations = new ArrayList<>(soFar);
            boolean goesOn = soFar.stream().allMatch(run::apply);
            CreditsState reached = run.state();
            if (goesOn && soFar.size() == depth) {
                run.audit(operations);
            }
            Violation violation = run.violation();
            if (violation != null) {
                FOUND.putIfAbsent(
                        violation.seen().replaceAll("\\d", "#"),
                        new Found(new Schedule<>(config, operations), violation));
            }
            if (goesOn && soFar.size() < depth) {
                for (CreditsOperation move : COMPONENT.exploration().moves(reached, soFar, CALLERS, 0)) {
                    List<CreditsOperation> longer = new ArrayList<>(soFar);
                    longer.add(move);
                    search(config, longer, depth);
                }
            }
        }
    }
}
