package dev.halflife.model.write.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import dev.halflife.model.write.statistics.StatisticsReply.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * W6 and F7 against brute force: every schedule of samples, saves of two writers, damage, kills and losses of power; for
 * each every store that is not wrong, file operation by file operation, and every disk that the fault model leaves it. A
 * restart's reply is allowed if and only if one of these disks gives it.
 *
 * <p>A step of a save may be any number of file operations, so that one schedule stands for all of them that are as long or
 * longer. Two saves are equal unless a sample came between them. {@code -Ddisk.depth=8} takes some minutes.
 */
class EveryDiskTest {

    private static final String P = "r/a/m/l";
    private static final String CONTENTS = "ABC";
    private static final PowerLoss POWER = PowerLoss.NOTHING_SURVIVES;
    private static final int DEPTH = Integer.getInteger("disk.depth", 6);

    private static final List<StatisticsReply> FOUND = List.of(
            new StatisticsReply.FirstRun(),
            restored('A'),
            restored('B'),
            restored('C'),
            damaged(false, 0),
            damaged(true, 1));

    private final Map<Store, Store> one = new HashMap<>();
    private long compared;

    @Test
    void f7_strictlyARestartFindsWhatADiskMayHoldAndNothingElse() {
        explore(Contract.strict(), Set.of(Store.fresh(true)));

        assertThat(compared).isGreaterThan(500);
    }

    @Test
    void f7_asPublishedARestartFindsWhatADiskMayHoldAndAnythingWhereThatIsTorn() {
        explore(Contract.published(), Set.of(Store.fresh(true), Store.fresh(false)));

        assertThat(compared).isGreaterThan(500);
    }

    /** Where a schedule has led to: the judge's state, and the stores that are still possible. */
    private record Node(
            StatisticsState state,
            Set<Store> stores,
            int samples,
            SortedMap<Integer, Boolean> saves,
            boolean restarted,
            boolean damaged,
            boolean overlapped,
            Path path) {

        Node then(StatisticsState next, Set<Store> its, SortedMap<Integer, Boolean> itsSaves, String how) {
            return new Node(
                    next,
                    its,
                    samples,
                    itsSaves,
                    false,
                    damaged || how.equals("damage"),
                    overlapped || itsSaves.size() > 1,
                    longer(how));
        }

        Path longer(String how) {
            return new Path(path, how);
        }

        List<Object> key() {
            return List.of(state, stores, samples, saves, restarted, damaged, overlapped);
        }
    }

    /** How it went, for people. */
    private record Path(@Nullable Path before, String how) {
        @Override
        public String toString() {
            return before == null ? how : before + ", " + how;
        }
    }

    private void explore(Contract contract, Set<Store> stores) {
        StatisticsSpec spec = new StatisticsSpec(new StatisticsConfig(100, true), contract);
        List<Node> level = List.of(
                new Node(spec.initial(), stores, 0, new TreeMap<>(), false, false, false, new Path(null, "start")));
        Set<List<Object>> known = new HashSet<>();
        for (int depth = 0; depth < DEPTH; depth++) {
            List<Node> next = new ArrayList<>();
            for (Node node : level) {
                for (Node after : moves(contract, spec, node, depth + 1 == DEPTH)) {
                    if (known.add(after.key())) {
                        next.add(after);
                    }
                }
            }
            level = next;
        }
    }

    private List<Node> moves(Contract contract, StatisticsSpec spec, Node node, boolean last) {
        List<Node> moves = new ArrayList<>();
        if (!node.restarted()) {
            moves.addAll(restart(contract, spec, node, false));
            moves.addAll(restart(contract, spec, node, true));
        }
        if (last) {
            return moves;
        }
        if (node.samples() + 1 < CONTENTS.length()) {
            StatisticsState fed =
                    accepted(spec, node, new StatisticsOperation.Update(0, P, 1), new StatisticsReply.Done());
            moves.add(new Node(
                    fed,
                    node.stores(),
                    node.samples() + 1,
                    node.saves(),
                    node.restarted(),
                    node.damaged(),
                    node.overlapped(),
                    node.longer("sample")));
        }
        for (int writer = 1; writer <= 2; writer++) {
            if (node.saves().containsKey(writer)) {
                step(spec, node, writer, moves);
            } else if (writer == 1 || node.saves().containsKey(1)) {
                moves.add(begin(spec, node, writer));
            }
        }
        damage(spec, node, moves);
        return moves;
    }

    private Node begin(StatisticsSpec spec, Node node, int writer) {
        SortedMap<Integer, Boolean> saves = new TreeMap<>(node.saves());
        saves.replaceAll((other, overlapped) -> true);
        saves.put(writer, !saves.isEmpty());
        return node.then(
                accepted(spec, node, new StatisticsOperation.Begin(0, writer), new StatisticsReply.Begun(true)),
                each(node.stores(), store -> store.begin(writer, CONTENTS.charAt(node.samples()))),
                saves,
                "begin " + writer);
    }

    private void step(StatisticsSpec spec, Node node, int writer, List<Node> moves) {
        StatisticsOperation step = new StatisticsOperation.Step(0, writer);
        moves.add(node.then(
                accepted(spec, node, step, stepped(Progress.GOES_ON)),
                each(node.stores(), store -> store.soFar(writer)),
                node.saves(),
                "step " + writer));
        SortedMap<Integer, Boolean> ended = new TreeMap<>(node.saves());
        ended.remove(writer);
        moves.add(node.then(
                accepted(spec, node, step, stepped(Progress.SAVED)),
                each(node.stores(), store -> {
                    Store done = store.done(writer);
                    return done == null ? Set.of() : Set.of(done);
                }),
                ended,
                "save " + writer));
        if (Boolean.TRUE.equals(node.saves().get(writer))) {
            moves.add(node.then(
                    accepted(spec, node, step, stepped(Progress.FAILED)),
                    each(node.stores(), store -> store.failed(writer)),
                    ended,
                    "fail " + writer));
        }
    }

    private void damage(StatisticsSpec spec, Node node, List<Node> moves) {
        StatisticsOperation damage = new StatisticsOperation.Damage(0, 0);
        boolean whole =
                node.saves().isEmpty() && node.stores().stream().allMatch(store -> CONTENTS.indexOf(store.says()) >= 0);
        if (spec.refusal(node.state(), damage).isEmpty()) {
            assertThat(whole).as("%s", node.path()).isTrue();
            moves.add(node.then(
                    accepted(spec, node, damage, new StatisticsReply.Done()),
                    each(node.stores(), store -> Set.of(store.damaged())),
                    node.saves(),
                    "damage"));
        }
    }

    /**
     * Every reply, allowed by the judge if and only if one of the disks gives it. As published, where saves overlapped, and
     * where power is lost on a damaged file that was never forced, the judge allows more than these stores leave, as the
     * published way promises nothing there: it is asked only to refuse nothing.
     */
    private List<Node> restart(Contract contract, StatisticsSpec spec, Node node, boolean power) {
        StatisticsOperation restart = new StatisticsOperation.Restart(0, power ? POWER : null);
        Set<Store> left = each(node.stores(), store -> store.killed(power));
        boolean anything = left.stream().anyMatch(store -> store.says() == Store.ANYTHING);
        long aside = node.state().filesAside();
        List<Node> moves = new ArrayList<>();
        for (StatisticsReply some : FOUND) {
            StatisticsReply reply = some instanceof StatisticsReply.Damaged damaged
                    ? damaged(damaged.kept(), aside + (damaged.kept() ? 1 : 0))
                    : some;
            Set<Store> found = each(left, store -> answering(store, reply));
            Step<StatisticsState> judged = spec.judge(node.state(), restart, reply);
            compared++;
            boolean open = !contract.equals(Contract.strict()) && (node.overlapped() || (power && node.damaged()));
            if (!open || !found.isEmpty()) {
                assertThat(judged instanceof Step.Accepted)
                        .as("%s: %s", node.longer(power ? "power lost" : "kill"), reply)
                        .isEqualTo(anything || !found.isEmpty());
            }
            if (!anything && !found.isEmpty() && judged instanceof Step.Accepted<StatisticsState> accepted) {
                moves.add(new Node(
                        accepted.state(),
                        found,
                        reply instanceof StatisticsReply.Restored restored ? samples(restored) : 0,
                        new TreeMap<>(),
                        !power,
                        !power && node.damaged(),
                        false,
                        node.longer((power ? "power lost: " : "kill: ") + reply)));
            }
        }
        return moves;
    }

    /** What the store may have come to where it gives this reply; nothing where it cannot. */
    private static Set<Store> answering(Store store, StatisticsReply reply) {
        char found = store.says();
        if (reply instanceof StatisticsReply.Damaged damaged) {
            return found == Store.DAMAGED ? store.reported(damaged.kept()) : Set.of();
        }
        boolean answers = reply instanceof StatisticsReply.FirstRun
                ? found == Store.NOTHING
                : CONTENTS.indexOf(found) >= 0 && reply.equals(restored(found));
        return answers ? Set.of(store) : Set.of();
    }

    private interface Becoming {
        Set<Store> of(Store store);
    }

    /** Equal stores are one object: there are many sets of few. */
    private Set<Store> each(Set<Store> stores, Becoming becoming) {
        Set<Store> all = new LinkedHashSet<>();
        stores.forEach(store -> becoming.of(store).forEach(its -> all.add(one.computeIfAbsent(its, same -> same))));
        return Set.copyOf(all);
    }

    private static StatisticsState accepted(
            StatisticsSpec spec, Node node, StatisticsOperation operation, StatisticsReply reply) {
        Step<StatisticsState> step = spec.judge(node.state(), operation, reply);
        assertThat(step).as("%s, %s", node.path(), operation).isInstanceOf(Step.Accepted.class);
        return ((Step.Accepted<StatisticsState>) step).state();
    }

    private static StatisticsReply stepped(Progress progress) {
        return new StatisticsReply.Stepped(progress, null);
    }

    private static StatisticsReply damaged(boolean kept, long aside) {
        return new StatisticsReply.Damaged(kept, aside);
    }

    private static StatisticsReply restored(char content) {
        int samples = CONTENTS.indexOf(content);
        return new StatisticsReply.Restored(
                samples == 0 ? new TreeMap<>() : new TreeMap<>(Map.of(P, new Summary(samples, 1, 0))));
    }

    private static int samples(StatisticsReply.Restored restored) {
        return (int) restored.partitions().values().stream()
                .mapToLong(Summary::count)
                .sum();
    }
}
