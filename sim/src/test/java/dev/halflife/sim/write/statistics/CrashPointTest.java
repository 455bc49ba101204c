package dev.halflife.sim.write.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.write.statistics.PowerLoss;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsOperation.Begin;
import dev.halflife.model.write.statistics.StatisticsOperation.Damage;
import dev.halflife.model.write.statistics.StatisticsOperation.Restart;
import dev.halflife.model.write.statistics.StatisticsOperation.Step;
import dev.halflife.model.write.statistics.StatisticsOperation.Update;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import dev.halflife.model.write.statistics.Summary;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The reference at every crash point with every fate, without the judge in between: the old snapshot or the new one, whole
 * (W6, F7). Snapshots are told apart by how many samples are in them.
 */
class CrashPointTest {

    private static final String PARTITION = Partitions.get(0);
    private static final int STEPS = 6;

    @Test
    void w6_aSaveOfTheReferenceTakesSixSteps() {
        ReferenceSubject subject = subject();
        assertThat(savedIn(subject, 1)).isEqualTo(STEPS);
    }

    @Test
    void f7_aCrashBetweenAnyTwoStepsLeavesTheOldSnapshotOrTheNewOne() {
        Set<String> found = new LinkedHashSet<>();
        for (int steps = 0; steps <= STEPS; steps++) {
            for (PowerLoss fate : fates(8, 50)) {
                ReferenceSubject subject = subject();
                savedIn(subject, 1);
                begun(subject, 2, steps);

                long samples = restarted(subject, fate);

                assertThat(samples)
                        .as("after %d steps, %s", steps, fate)
                        .isIn(steps == STEPS ? Set.of(2L) : Set.of(1L, 2L));
                found.add(steps + ":" + samples);
            }
        }
        assertThat(found).contains("0:1", "5:1", "5:2", "6:2").doesNotContain("0:2", "4:2", "6:1");
    }

    @Test
    void f7_theFirstSnapshotIsThereWholeOrNotAtAll() {
        Set<String> found = new LinkedHashSet<>();
        for (int steps = 0; steps <= STEPS; steps++) {
            for (PowerLoss fate : fates(8, 50)) {
                ReferenceSubject subject = subject();
                begun(subject, 1, steps);

                long samples = restarted(subject, fate);

                assertThat(samples)
                        .as("after %d steps, %s", steps, fate)
                        .isIn(steps == STEPS ? Set.of(1L) : Set.of(0L, 1L));
                found.add(steps + ":" + samples);
            }
        }
        assertThat(found).contains("5:0", "5:1", "6:1");
    }

    /** A crash, whatever it left is loaded, and the next save crashes too. */
    @Test
    void f7_aCrashUponACrashLeavesTheOldSnapshotOrTheNewOne() {
        for (int steps = 0; steps <= STEPS; steps++) {
            for (int more = 0; more <= STEPS; more++) {
                for (PowerLoss first : fates(4, 500)) {
                    for (PowerLoss second : fates(16, 1000)) {
                        ReferenceSubject subject = subject();
                        begun(subject, 1, steps);
                        long old = restarted(subject, first);
                        begun(subject, 10, more);

                        long samples = restarted(subject, second);

                        Set<Long> allowed = new LinkedHashSet<>(List.of(old + 10));
                        if (more < STEPS) {
                            allowed.add(old);
                            if (first == null && steps == STEPS - 1) {
                                allowed.add(0L);
                            }
                        }
                        assertThat(samples)
                                .as("%d steps, %s, %d more, %s", steps, first, more, second)
                                .isIn(allowed);
                    }
                }
            }
        }
    }

    @Test
    void w6_aDamagedFileIsReportedAndKeptAsideBesideEarlierOnes() {
        for (int kept = 0; kept < 1000; kept += 9) {
            ReferenceSubject subject = subject();
            for (int times = 1; times <= 2; times++) {
                savedIn(subject, 1);
                subject.apply(new Damage(0, kept));

                assertThat(subject.apply(new Restart(0, times == 1 ? null : PowerLoss.NOTHING_SURVIVES)))
                        .isEqualTo(new StatisticsReply.Damaged(true, times));
                assertThat(restarted(subject, null)).isZero();
            }
        }
    }

    /**
     * The second of two saves of the same is killed once it has the name, and damaged; its name was never forced, so that the
     * first may come back: the reference holds, however much of the second save was done.
     */
    @Test
    void w6_anEqualSnapshotThatWasReplacedMayComeBack() {
        for (int steps = 0; steps <= STEPS; steps++) {
            List<StatisticsOperation> operations = new ArrayList<>();
            for (int save : new int[] {STEPS, steps}) {
                operations.add(new Begin(0, 1));
                operations.addAll(Collections.nCopies(save, new Step(0, 1)));
            }
            operations.add(new Restart(0, null));
            operations.add(new Damage(0, 0));
            operations.add(new Restart(0, PowerLoss.NOTHING_SURVIVES));
            var trial = new Trial<>(new StatisticsComponent(), "reference", Contract.strict());

            assertThat(trial.judge(new Schedule<>(new StatisticsConfig(1, true), operations))
                            .violated())
                    .as("after %d steps", steps)
                    .isEmpty();
        }
    }

    @Test
    void f7_aSecondWriterIsRefusedUntilTheFirstIsDone() {
        ReferenceSubject subject = subject();
        for (int steps = 0; steps < STEPS; steps++) {
            assertThat(subject.apply(new Begin(0, 1))).isEqualTo(new StatisticsReply.Begun(steps == 0));
            assertThat(subject.apply(new Begin(0, 2))).isEqualTo(new StatisticsReply.Begun(false));
            subject.apply(new Step(0, 1));
        }
        assertThat(subject.apply(new Begin(0, 2))).isEqualTo(new StatisticsReply.Begun(true));
    }

    private static ReferenceSubject subject() {
        return new ReferenceSubject(new StatisticsConfig(1, true));
    }

    /** So many samples more, and a save that gets so far. */
    private static void begun(ReferenceSubject subject, int samples, int steps) {
        int more = samples == 2 ? 1 : samples;
        for (int i = 0; i < more; i++) {
            subject.apply(new Update(0, PARTITION, i));
        }
        assertThat(subject.apply(new Begin(0, 1))).isEqualTo(new StatisticsReply.Begun(true));
        for (int i = 0; i < steps; i++) {
            subject.apply(new Step(0, 1));
        }
    }

    private static int savedIn(ReferenceSubject subject, int samples) {
        begun(subject, samples, 0);
        for (int steps = 1; ; steps++) {
            StatisticsReply reply = subject.apply(new Step(0, 1));
            if (reply instanceof StatisticsReply.Stepped stepped && stepped.progress() != Progress.GOES_ON) {
                assertThat(stepped.progress()).isEqualTo(Progress.SAVED);
                return steps;
            }
        }
    }

    /** How many samples a restart finds; what it finds is whole, or nothing. */
    private static long restarted(ReferenceSubject subject, @Nullable PowerLoss fate) {
        StatisticsReply reply = subject.apply(new Restart(0, fate));
        if (reply instanceof StatisticsReply.FirstRun) {
            return 0;
        }
        assertThat(reply).isInstanceOf(StatisticsReply.Restored.class);
        return ((StatisticsReply.Restored) reply)
                .partitions().values().stream().mapToLong(Summary::count).sum();
    }

    /** A kill alone; and each subset of the first few open names, with each share of the bytes. */
    private static List<@Nullable PowerLoss> fates(int directories, int dataStepPerMille) {
        List<@Nullable PowerLoss> fates = new ArrayList<>();
        fates.add(null);
        for (int directory = 0; directory < directories; directory++) {
            for (int data = 0; data <= 1000; data += dataStepPerMille) {
                fates.add(new PowerLoss(directory, data));
            }
        }
        return fates;
    }
}
