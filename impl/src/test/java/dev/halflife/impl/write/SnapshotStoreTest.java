package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotStoreTest {

    private static final Partition NOTES = new Partition("main", "notes", "e5", "episodic");
    private static final Map<Partition, Summary> OLD = Map.of(NOTES, new Summary(1, 0.5, 0));
    private static final Map<Partition, Summary> NEW = Map.of(NOTES, new Summary(2, 0.25, 0.125));
    private static final SaveOutcome SAVED = new SaveOutcome.Saved(true, true);

    private final MemoryFiles files = new MemoryFiles();
    private final SnapshotStore store = new SnapshotStore(files);

    @Test
    void w6_aMissingFileIsAFirstRun() {
        assertThat(store.load()).isEqualTo(new Loaded.FirstRun());
        assertThat(store.load().partitions()).isEmpty();
    }

    @Test
    void w6_whatWasSavedLastIsLoaded() {
        assertThat(store.save(OLD)).isEqualTo(SAVED);
        assertThat(store.save(NEW)).isEqualTo(SAVED);
        assertThat(store.load()).isEqualTo(new Loaded.Restored(NEW));
        assertThat(files.listed()).containsExactly("statistics.json");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void w6_aCrashBetweenAnyTwoStepsLeavesTheOldOrTheNewSnapshotWhole(boolean atomic) {
        int steps = stepsOfASave(atomic);
        for (int crash = 0; crash <= steps; crash++) {
            MemoryFiles disk = new MemoryFiles(atomic);
            new SnapshotStore(disk).save(OLD);
            Save save = new SnapshotStore(disk).begin(NEW).orElseThrow();
            for (int step = 0; step < crash; step++) {
                save.step();
            }
            assertThat(save.outcome().isPresent()).isEqualTo(crash == steps);
            Map<Partition, Summary> found = load(disk.afterCrash());
            assertThat(found).isIn(OLD, NEW);
            if (crash == steps) {
                assertThat(found).isEqualTo(NEW);
            }
            if (crash == 0) {
                assertThat(found).isEqualTo(OLD);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void w6_theNextSaveSucceedsWhereverTheOneBeforeWasKilledAndAnotherKillHarmsNothing(boolean atomic) {
        int steps = stepsOfASave(atomic);
        Map<Partition, Summary> third = Map.of(NOTES, new Summary(3, 1, 1));
        for (int crash = 0; crash <= steps; crash++) {
            MemoryFiles killedOnce = killed(OLD, NEW, crash, atomic);
            MemoryFiles next = killedOnce.afterCrash();
            assertThat(new SnapshotStore(next).save(third)).isEqualTo(new SaveOutcome.Saved(atomic, true));
            assertThat(load(next)).isEqualTo(third);
            assertThat(next.listed()).containsExactly("statistics.json");
            for (int again = 0; again <= steps + 2; again++) {
                MemoryFiles killedTwice = killedOnce.afterCrash();
                Save save = new SnapshotStore(killedTwice).begin(third).orElseThrow();
                for (int step = 0; step < again; step++) {
                    save.step();
                }
                assertThat(load(killedTwice.afterCrash())).isIn(OLD, NEW, third);
            }
        }
    }

    @Test
    void f7_theContentIsForcedBeforeItReplacesAndTheNamesAfter() {
        Save save = store.begin(OLD).orElseThrow();
        assertThat(files.calls()).isEmpty();
        for (int step = 1; step <= 6; step++) {
            assertThat(save.step()).isEqualTo(step == 6);
            assertThat(files.calls()).hasSize(step);
        }
        assertThat(save.step()).isTrue();
        assertThat(files.calls()).containsExactly("create", "append", "append", "force", "replace", "forceNames");
    }

    @Test
    void f7_theOldSnapshotIsDeletedOnlyOnceTheNewOneIsInPlaceForGood() {
        MemoryFiles simple = new MemoryFiles(false);
        new SnapshotStore(simple).save(OLD);
        simple.calls().clear();
        new SnapshotStore(simple).save(NEW);
        assertThat(simple.calls().subList(5, simple.calls().size()))
                .containsExactly("names", "rename", "rename", "forceNames", "delete");
    }

    @Test
    void w6_aLongSnapshotIsWrittenInChunksOf64Kibibytes() {
        Map<Partition, Summary> many = new TreeMap<>();
        for (int i = 0; i < 2_000; i++) {
            many.put(new Partition("main", "notes-" + i, "e5", "episodic"), new Summary(i + 1, 0.5, 0.25));
        }
        store.save(many);
        int chunks = (files.get("statistics.json").length + 65_535) / 65_536;
        assertThat(chunks).isGreaterThan(2);
        assertThat(files.calls().stream().filter("append"::equals)).hasSize(chunks);
        assertThat(store.load()).isEqualTo(new Loaded.Restored(many));
    }

    @Test
    void f7_noSaveBeginsWhileAnotherIsInProgress() {
        Save save = store.begin(OLD).orElseThrow();
        save.step();
        assertThat(store.begin(NEW)).isEmpty();
        assertThat(store.save(NEW)).isEqualTo(new SaveOutcome.Busy());
        assertThat(store.save(NEW).isSaved()).isFalse();
        assertThat(save.run()).isEqualTo(SAVED);
        assertThat(store.load()).isEqualTo(new Loaded.Restored(OLD));
        assertThat(store.save(NEW)).isEqualTo(SAVED);
    }

    @Test
    void f7_anAbandonedSaveLetsTheNextBeginAndNeverEndsTwice() {
        Save abandoned = store.begin(OLD).orElseThrow();
        abandoned.step();
        abandoned.abandon();
        assertThat(abandoned.outcome()).contains(new SaveOutcome.Failed("abandoned"));
        Save next = store.begin(NEW).orElseThrow();
        abandoned.abandon();
        assertThat(abandoned.step()).isTrue();
        assertThat(store.begin(OLD)).isEmpty();
        assertThat(next.run()).isEqualTo(SAVED);
        next.abandon();
        assertThat(next.outcome()).contains(SAVED);
        assertThat(store.load()).isEqualTo(new Loaded.Restored(NEW));
    }

    @Test
    void f7_savesInManyThreadsLeaveAWholeSnapshotAndNoneOlderThanTheLastSaved() throws Exception {
        RunningStatistics statistics = new RunningStatistics();
        AtomicInteger saved = new AtomicInteger();
        Together.run(4, thread -> {
            for (int i = 0; i < 500; i++) {
                statistics.update(NOTES, i);
                if (store.save(statistics::snapshot).isSaved()) {
                    saved.incrementAndGet();
                }
            }
        });
        assertThat(saved.get()).isPositive();
        assertThat(store.load()).isInstanceOf(Loaded.Restored.class);
        store.save(statistics::snapshot);
        assertThat(store.load()).isEqualTo(new Loaded.Restored(statistics.snapshot()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "append", "force", "replace", "forceNames"})
    void w6_aDiskThatRefusesIsReportedAndTheNextSaveIsTried(String method) {
        store.save(OLD);
        files.refuse(method);
        SaveOutcome outcome = store.save(NEW);
        assertThat(outcome).isEqualTo(new SaveOutcome.Failed("java.io.IOException: no " + method + " today"));
        assertThat(outcome.isSaved()).isFalse();
        files.refuse(null);
        assertThat(store.load().partitions()).isIn(OLD, NEW);
        assertThat(store.save(NEW)).isEqualTo(SAVED);
        assertThat(store.load()).isEqualTo(new Loaded.Restored(NEW));
    }

    @Test
    void f7_statisticsThatCannotBeReadLetTheNextSaveBegin() {
        assertThatThrownBy(() -> store.save(() -> {
                    throw new IllegalStateException("no statistics today");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.save(NEW)).isEqualTo(SAVED);
    }

    @Test
    void f7_whateverBreaksTheMachineKeepsNoLaterSaveOut() {
        files.breakOn("force");
        assertThatThrownBy(() -> store.save(OLD)).isInstanceOf(StackOverflowError.class);
        files.breakOn(null);
        assertThat(store.save(NEW)).isEqualTo(SAVED);
    }

    @Test
    void w6_aSystemThatDoesNotForceNamesIsReported() {
        files.doNotForceNames();
        assertThat(store.save(NEW)).isEqualTo(new SaveOutcome.Saved(true, false));
    }

    @Test
    void w6_aSystemThatCannotReplaceInOneStepIsReported() {
        MemoryFiles simple = new MemoryFiles(false);
        assertThat(new SnapshotStore(simple).save(NEW)).isEqualTo(new SaveOutcome.Saved(false, true));
        assertThat(simple.listed()).containsExactly("statistics.json");
    }

    @Test
    void w6_aDamagedFileIsReportedAndKeptUnderAFreeName() {
        for (int number = 1; number <= 3; number++) {
            files.put("statistics.json", bytes("damaged " + number));
            assertThat(store.load())
                    .isEqualTo(new Loaded.Damaged(
                            "too short to be a snapshot: 9 bytes", "statistics.json.damaged-" + number));
            assertThat(store.load()).isEqualTo(new Loaded.FirstRun());
        }
        store.save(NEW);
        for (int number = 1; number <= 3; number++) {
            assertThat(files.get("statistics.json.damaged-" + number)).isEqualTo(bytes("damaged " + number));
        }
    }

    @Test
    void w6_aSnapshotOfALaterFormatIsReportedAsSuchAndKept() {
        byte[] later = SnapshotFormatTest.checked("{\"snapshot\":\"halflife-statistics/2\",\"more\":[1]");
        files.put("statistics.json", later);
        assertThat(store.load())
                .isEqualTo(new Loaded.Unsupported("halflife-statistics/2", "statistics.json.unsupported-1"));
        store.save(NEW);
        assertThat(files.get("statistics.json.unsupported-1")).isEqualTo(later);
        assertThat(store.load()).isEqualTo(new Loaded.Restored(NEW));
    }

    @Test
    void w6_aFileThatCannotBeReadIsDamagedAndKept() {
        store.save(OLD);
        files.refuse("read");
        assertThat(store.load())
                .isEqualTo(new Loaded.Damaged("java.io.IOException: no read today", "statistics.json.damaged-1"));
    }

    @Test
    void w6_whatCannotBeReadAndIsNotThereIsNotKept() {
        files.refuse("read");
        assertThat(store.load()).isEqualTo(new Loaded.Damaged("java.io.IOException: no read today", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"names", "rename"})
    void w6_whatCouldNotBeKeptAsideIsKeptBeforeTheNextSaveAndNeverOverwritten(String method) {
        files.put("statistics.json", bytes("damaged"));
        files.refuse(method);
        assertThat(store.load()).isEqualTo(new Loaded.Damaged("too short to be a snapshot: 7 bytes", null));
        assertThat(store.save(NEW).isSaved()).isFalse();
        assertThat(files.get("statistics.json")).isEqualTo(bytes("damaged"));
        files.refuse(null);
        assertThat(store.save(NEW)).isEqualTo(SAVED);
        assertThat(files.get("statistics.json.damaged-1")).isEqualTo(bytes("damaged"));
        assertThat(store.save(OLD)).isEqualTo(SAVED);
        assertThat(store.load()).isEqualTo(new Loaded.Restored(OLD));
    }

    @Test
    void w6_aTemporaryFileThatAKilledProcessLeftIsUsedAgain() {
        files.put("statistics.json.tmp", new byte[100_000]);
        assertThat(store.load()).isEqualTo(new Loaded.FirstRun());
        assertThat(store.save(NEW)).isEqualTo(SAVED);
        assertThat(store.load()).isEqualTo(new Loaded.Restored(NEW));
        assertThat(files.listed()).containsExactly("statistics.json");
    }

    private static MemoryFiles killed(
            Map<Partition, Summary> before, Map<Partition, Summary> saving, int steps, boolean atomic) {
        MemoryFiles disk = new MemoryFiles(atomic);
        new SnapshotStore(disk).save(before);
        Save save = new SnapshotStore(disk).begin(saving).orElseThrow();
        for (int step = 0; step < steps; step++) {
            save.step();
        }
        return disk;
    }

    private static int stepsOfASave(boolean atomic) {
        MemoryFiles disk = new MemoryFiles(atomic);
        new SnapshotStore(disk).save(OLD);
        Save save = new SnapshotStore(disk).begin(NEW).orElseThrow();
        int steps = 1;
        while (!save.step()) {
            steps++;
        }
        assertThat(save.outcome()).isEqualTo(Optional.of(new SaveOutcome.Saved(atomic, true)));
        return steps;
    }

    private static Map<Partition, Summary> load(MemoryFiles disk) {
        Loaded loaded = new SnapshotStore(disk).load();
        assertThat(loaded).isInstanceOf(Loaded.Restored.class);
        return loaded.partitions();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
