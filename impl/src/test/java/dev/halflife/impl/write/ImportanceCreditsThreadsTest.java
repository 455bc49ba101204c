package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A1, A2, A5 and A6 with real threads; what was handed out and what is pending always adds up, with more threads than cells and with fewer. */
class ImportanceCreditsThreadsTest {

    private static final int THREADS = 4;
    private static final int CALLS = 50_000;
    private static final int IDS = 13;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void a1_everyCreditIsHandedOutOnceOrIsPending(int cells) throws Exception {
        ImportanceCredits<Integer> credits = new ImportanceCredits<>(7, cells);
        List<List<Flush<Integer>>> taken = Threads.run(THREADS, thread -> {
            List<Flush<Integer>> mine = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                credits.record((thread + i) % IDS).ifPresent(mine::add);
            }
            return mine;
        });
        List<Flush<Integer>> flushes = flat(taken);
        // Exactly one call in seven reaches the threshold, so a flush is missing or too many at once if any is.
        assertThat(flushes).hasSize(THREADS * CALLS / 7).allMatch(flush -> flush.credits() == 7);
        assertThat(credits.pending()).isEqualTo(THREADS * CALLS % 7);
        credits.drain().ifPresent(flushes::add);
        assertThat(sum(flushes)).isEqualTo(recorded(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void a2_callsOfSeveralCreditsAreNeverTornApart(int cells) throws Exception {
        ImportanceCredits<Integer> credits = new ImportanceCredits<>(10, cells);
        List<List<Flush<Integer>>> taken = Threads.run(THREADS, thread -> {
            List<Flush<Integer>> mine = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                int id = (thread + i) % IDS;
                credits.record(List.of(id, id, id)).ifPresent(mine::add);
            }
            return mine;
        });
        List<Flush<Integer>> flushes = flat(taken);
        assertThat(flushes).hasSize(THREADS * CALLS / 4).allMatch(flush -> flush.credits() == 12);
        credits.drain().ifPresent(flushes::add);
        assertThat(flushes)
                .allSatisfy(flush -> assertThat(flush.counts().values()).allMatch(count -> count % 3 == 0));
        assertThat(sum(flushes)).isEqualTo(recorded(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void a1_drainsAndRestoresInBetweenLoseNothing(int cells) throws Exception {
        ImportanceCredits<Integer> credits = new ImportanceCredits<>(16, cells);
        List<List<Flush<Integer>>> taken = Threads.run(THREADS, thread -> {
            List<Flush<Integer>> mine = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                Optional<Flush<Integer>> flush = credits.record((thread + i) % IDS);
                flush.ifPresent(whole -> assertThat(whole.credits()).isGreaterThanOrEqualTo(16));
                if (i % 11 == thread) {
                    flush = flush.or(credits::drain);
                }
                if (i % 3 == 0) {
                    flush.ifPresent(credits::restore);
                } else {
                    flush.ifPresent(mine::add);
                }
            }
            return mine;
        });
        List<Flush<Integer>> flushes = flat(taken);
        long out = flushes.stream().mapToLong(Flush::credits).sum();
        assertThat(out + credits.pending()).isEqualTo(THREADS * CALLS);
        credits.drain().ifPresent(flushes::add);
        assertThat(credits.pending()).isZero();
        assertThat(sum(flushes)).isEqualTo(recorded(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void a6_nobodyEverSeesTheThresholdPending(int cells) throws Exception {
        ImportanceCredits<Integer> credits = new ImportanceCredits<>(5, cells);
        List<Long> largest = Threads.run(THREADS, thread -> {
            long most = 0;
            for (int i = 0; i < CALLS; i++) {
                if (thread % 2 == 0) {
                    credits.record(List.of(i, thread));
                }
                most = Math.max(most, credits.pending());
            }
            return most;
        });
        assertThat(largest).allMatch(most -> most < 5).anyMatch(most -> most > 0);
    }

    private static List<Flush<Integer>> flat(List<List<Flush<Integer>>> taken) {
        List<Flush<Integer>> flushes = new ArrayList<>();
        taken.forEach(flushes::addAll);
        return flushes;
    }

    private static Map<Integer, Long> sum(List<Flush<Integer>> flushes) {
        Map<Integer, Long> sum = new TreeMap<>();
        for (Flush<Integer> flush : flushes) {
            flush.counts().forEach((id, count) -> sum.merge(id, count, Long::sum));
        }
        return sum;
    }

    private static Map<Integer, Long> recorded(long creditsPerCall) {
        Map<Integer, Long> recorded = new TreeMap<>();
        for (int thread = 0; thread < THREADS; thread++) {
            for (int i = 0; i < CALLS; i++) {
                recorded.merge((thread + i) % IDS, creditsPerCall, Long::sum);
            }
        }
        return recorded;
    }
}
