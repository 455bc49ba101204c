package dev.halflife.sim.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.impl.heat.Announcement;
import dev.halflife.impl.heat.ChainId;
import dev.halflife.impl.heat.HeatPolicy;
import dev.halflife.impl.heat.HeatRegistry;
import dev.halflife.impl.heat.HeatRegistryBuilder;
import dev.halflife.impl.record.RecordedHeatRegistry;
import dev.halflife.impl.record.TraceRecorder;
import dev.halflife.impl.record.TraceRecorderBuilder;
import dev.halflife.model.Contract;
import dev.halflife.sim.random.Rng;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a recorder writes is what the checker judges: rightly, whatever is left out. */
final class RecordingTest {

    private static final long SECOND = 1_000_000_000;
    private static final HeatPolicy POLICY = new HeatPolicy(true, 2, 60 * SECOND);
    private static final int CAP = 24;
    private static final int KEYS = 40;
    private static final ChainId COLD = key(1000);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();

    private static ChainId key(int number) {
        return ChainId.parse(String.format("%016x", number));
    }

    private TraceRecorderBuilder<ChainId> recorder() {
        return TraceRecorder.into(folder, ChainId::toString).policy(POLICY).cap(CAP);
    }

    private static HeatRegistryBuilder<ChainId> registry(TraceRecorder<ChainId> recorder) {
        return HeatRegistry.<ChainId>unmarked(POLICY).cap(CAP).onEvicted(recorder::evicted);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private List<TraceResult> check() throws IOException {
        TraceChecker checker = new TraceChecker(Contract.strict());
        List<TraceResult> results = new ArrayList<>();
        for (Path file : files()) {
            results.add(check(checker, file));
        }
        return results;
    }

    private static TraceResult check(TraceChecker checker, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return checker.check(file.getFileName().toString(), in);
        }
    }

    private static long steps(List<TraceResult> results) {
        assertThat(results).isNotEmpty().allSatisfy(result -> assertThat(result).isInstanceOf(TraceResult.Holds.class));
        return results.stream()
                .mapToLong(result -> ((TraceResult.Holds) result).steps())
                .sum();
    }

    private static List<String> exercised(List<TraceResult> results) {
        return results.stream()
                .flatMap(result -> ((TraceResult.Holds) result).exercised().stream())
                .map(rule -> rule.id())
                .distinct()
                .toList();
    }

    /** Four threads that read, remove, look, and carry announcements to peers, of which some fail or come late. */
    private void live(RecordedHeatRegistry<ChainId> registry, int rounds) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Rng rng = new Rng(i);
            threads.add(new Thread(() -> {
                List<Announcement<ChainId>> late = new ArrayList<>();
                for (int j = 0; j < rounds; j++) {
                    if (rng.chance(20)) {
                        announce(registry, rng, late);
                    } else {
                        read(registry, rng);
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void announce(RecordedHeatRegistry<ChainId> registry, Rng rng, List<Announcement<ChainId>> late) {
        Announcement<ChainId> announcement = registry.tick(nanos.addAndGet(rng.nextInt(20) * SECOND));
        switch (rng.nextInt(8)) {
            case 0 -> registry.rollback(announcement);
            case 1 -> late.add(announcement);
            default -> registry.commit(announcement);
        }
        if (!late.isEmpty() && rng.chance(300)) {
            registry.commit(late.remove(0));
        }
    }

    private void read(RecordedHeatRegistry<ChainId> registry, Rng rng) {
        ChainId key = key(Math.min(rng.nextInt(KEYS), rng.nextInt(KEYS)));
        long now = nanos.addAndGet(rng.nextInt(1000) * 1_000_000L);
        switch (rng.nextInt(20)) {
            case 0 -> registry.remove(key);
            case 1 -> registry.touch(key, now);
            case 2 -> registry.observe(key);
            case 3 -> assertThat(registry.size()).isLessThanOrEqualTo(CAP);
            default -> registry.bump(key, now);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aRunOfTheReferenceUnderThreadsIsAccepted(int oneKeyIn) throws IOException, InterruptedException {
        TraceRecorder<ChainId> recorder =
                recorder().oneKeyIn(oneKeyIn).queue(1 << 20).start();
        try (recorder) {
            live(new RecordedHeatRegistry<>(registry(recorder).build(), recorder), 4000);
        }

        List<TraceResult> results = check();
        assertThat(recorder.failure()).isEmpty();
        assertThat(recorder.dropped()).isZero();
        assertThat(steps(results)).isEqualTo(recorder.recorded()).isGreaterThan(1000);
        assertThat(exercised(results)).contains("D3", "E7", "T2", "F3", "F13");
        if (oneKeyIn == 1) {
            assertThat(exercised(results)).contains("R2", "F2");
        }
    }

    /** A mistake that one call in fifty makes, on a recorded key or not. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aRunOfARegistryThatLosesReadsIsRejected(int oneKeyIn) throws IOException {
        try (TraceRecorder<ChainId> recorder = recorder().oneKeyIn(oneKeyIn).start()) {
            HeatRegistry<ChainId> registry = registry(recorder).build();
            Rng rng = new Rng(7);
            for (int i = 0; i < 4000; i++) {
                ChainId key = key(rng.nextInt(KEYS));
                long now = nanos.addAndGet(SECOND / 100);
                boolean lost = rng.nextInt(50) == 0;
                recorder.bump(key, now, () -> {
                    double rate = registry.bump(key, now);
                    return lost ? rate - 1 : rate;
                });
            }
        }
        assertThat(check())
                .singleElement()
                .isInstanceOfSatisfying(
                        TraceResult.Violated.class,
                        violated -> assertThat(violated.violation().rule().id()).isEqualTo("D3"));
    }

    @Test
    void filesFollowEachOtherAndNoneIsJudgedWithoutTheOneBefore() throws IOException, InterruptedException {
        TraceRecorder<ChainId> recorder = recorder().rotateBytes(4000).start();
        try (recorder) {
            live(new RecordedHeatRegistry<>(registry(recorder).build(), recorder), 1000);
        }

        assertThat(files()).hasSizeGreaterThan(2);
        assertThat(steps(check())).isEqualTo(recorder.recorded());
        TraceResult alone = check(new TraceChecker(Contract.strict()), files().get(1));
        assertThat(alone)
                .isInstanceOfSatisfying(
                        TraceResult.Undecided.class,
                        undecided -> assertThat(undecided.why())
                                .contains("continues segment 1")
                                .contains("checked right before it"));
    }

    @Test
    void aFileThatACrashHasCutOffAnywhereIsJudgedUpToThere() throws IOException, InterruptedException {
        TraceRecorder<ChainId> recorder = recorder().start();
        try (recorder) {
            live(new RecordedHeatRegistry<>(registry(recorder).build(), recorder), 60);
        }
        byte[] whole = Files.readAllBytes(files().get(0));
        byte[] plain = plain(whole);
        int headerEnds = new String(plain, StandardCharsets.UTF_8).indexOf('\n') + 1;
        long before = 0;
        for (int less = whole.length / 7 * 7; less >= 0; less -= 7) {
            byte[] cut = Arrays.copyOf(whole, whole.length - less);
            if (readable(cut) >= headerEnds) {
                TraceResult result = new TraceChecker(Contract.strict()).check("cut", new ByteArrayInputStream(cut));
                long steps = steps(List.of(result));
                assertThat(steps).isGreaterThanOrEqualTo(before);
                before = steps;
                // The header is a line, too, and the one that was cut off comes after those that were judged.
                assertThat(((TraceResult.Holds) result).cutOffLine()).isEqualTo(less == 0 ? 0 : steps + 2);
            }
        }
        assertThat(before).isEqualTo(recorder.recorded());
    }

    private static byte[] plain(byte[] gzipped) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            return in.readAllBytes();
        }
    }

    /** How many bytes can be got out of what is left of a gzipped file. */
    private static int readable(byte[] cut) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(cut))) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                out.write(b);
            }
        } catch (IOException e) {
            // There it is cut off.
        }
        return out.size();
    }

    /** The writer is held up, so that steps are dropped; then a key is used that had gone cold, and one that had not. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void afterAGapOnlyWhatIsKnownAgainIsJudged(boolean mistaken) throws IOException, InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        TraceRecorder<ChainId> recorder = TraceRecorder.<ChainId>into(folder, key -> {
                    await(held);
                    return key.toString();
                })
                .policy(POLICY)
                .queue(64)
                .start();
        try (recorder) {
            HeatRegistry<ChainId> registry = HeatRegistry.<ChainId>unmarked(POLICY)
                    .unbounded()
                    .onEvicted(recorder::evicted)
                    .build();
            RecordedHeatRegistry<ChainId> recorded = new RecordedHeatRegistry<>(registry, recorder);
            recorded.bump(COLD, nanos.get());
            recorded.commit(recorded.tick(nanos.get()));
            for (int i = 0; i < 200; i++) {
                recorded.bump(key(i % 4), nanos.addAndGet(SECOND));
            }
            assertThat(recorder.dropped()).isPositive();
            held.countDown();
            awaitNextSegment(recorder, recorded);

            nanos.addAndGet(100 * 60 * SECOND);
            recorded.bump(key(1), nanos.get());
            recorded.commit(recorded.tick(nanos.get())); // withdraws COLD, and key(1) stays
            long now = nanos.addAndGet(SECOND);
            recorded.bump(key(1), now);
            recorder.bump(COLD, now, () -> registry.bump(COLD, now) + (mistaken ? 1 : 0));
            recorded.commit(recorded.tick(now));
        }

        List<TraceResult> results = check();
        assertThat(results).hasSize(2);
        assertThat(results.get(0)).isInstanceOf(TraceResult.Holds.class);
        assertThat(new String(plain(Files.readAllBytes(files().get(1))), StandardCharsets.UTF_8))
                .contains("\"segment\":2,\"continues\":false,\"dropped\":")
                .contains(COLD.toString())
                .doesNotContain(key(1).toString());
        assertThat(results.get(1)).isInstanceOf(mistaken ? TraceResult.Violated.class : TraceResult.Holds.class);
    }

    /** Ticks until a tick is taken, and waits until it is written into the next file. */
    private void awaitNextSegment(TraceRecorder<ChainId> recorder, RecordedHeatRegistry<ChainId> recorded)
            throws IOException {
        long dropped;
        do {
            dropped = recorder.dropped();
            recorded.tick(0);
        } while (recorder.dropped() > dropped);
        while (files().size() < 2) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatGoesWrongOnTheWayToTheDiskNeverReachesTheCaller() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no directory");
        TraceRecorder<ChainId> recorder =
                TraceRecorder.into(file, ChainId::toString).policy(POLICY).start();
        HeatRegistry<ChainId> registry = registry(recorder).build();
        RecordedHeatRegistry<ChainId> recorded = new RecordedHeatRegistry<>(registry, recorder);
        assertThat(recorded.bump(key(1), 0)).isEqualTo(1);
        recorder.close();
        assertThat(recorder.failure()).isPresent();
        assertThat(recorded.bump(key(1), 0)).isEqualTo(2);
        assertThat(recorder.recorded()).isZero();
        assertThat(recorder.dropped()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void d3_aRateThatIsNoNumberIsRecordedAndConvicted(double rate) throws IOException {
        try (TraceRecorder<ChainId> recorder = recorder().start()) {
            recorder.bump(key(1), 0, () -> rate);
        }
        assertThat(check()).singleElement().isInstanceOfSatisfying(TraceResult.Violated.class, violated -> {
            assertThat(violated.line()).isEqualTo(2);
            assertThat(violated.violation().seen()).contains(String.valueOf(rate));
        });
    }

    @Test
    void whatWasWrittenBeforeANameThrewCanBeRead() throws IOException {
        try (TraceRecorder<ChainId> recorder = TraceRecorder.<ChainId>into(folder, key -> {
                    if (key.equals(COLD)) {
                        throw new IllegalStateException("no name");
                    }
                    return key.toString();
                })
                .start()) {
            recorder.bump(key(1), 0, () -> 1);
            recorder.bump(COLD, 0, () -> 1);
        }
        assertThat(check())
                .singleElement()
                .isInstanceOfSatisfying(
                        TraceResult.Holds.class,
                        holds -> assertThat(holds.steps()).isEqualTo(1));
    }
}
