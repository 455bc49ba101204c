package dev.halflife.sim.world;

import dev.halflife.model.Contract;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatReply.Emission;
import dev.halflife.model.heat.HeatRule;
import dev.halflife.model.heat.HeatState;
import dev.halflife.model.heat.KeyText;
import dev.halflife.sim.world.MeshReply.Call;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kotlinx.collections.immutable.PersistentMap;
import kotlinx.collections.immutable.PersistentSet;
import org.jspecify.annotations.Nullable;

/** One happening in the mesh, judged: the calls it made on the registry, what the sink was handed, what peers believe. */
final class MeshJudgement implements MeshOperation.Cases<Step<MeshState>> {

    /** The rules of a tick that are S2, S3 or S4 to whoever looks at the whole mesh. */
    private static final Set<HeatRule> TICK_RULES = EnumSet.of(
            HeatRule.T1, HeatRule.T4, HeatRule.T5, HeatRule.E3, HeatRule.E4, HeatRule.E6, HeatRule.E7, HeatRule.E8);

    /** The rules of a count that are S5 to whoever looks at the whole mesh. */
    private static final Set<HeatRule> LEN_RULES = EnumSet.of(HeatRule.R2, HeatRule.R4, HeatRule.T3);

    private final MeshConfig config;
    private final Spec<HeatState, HeatOperation, HeatReply> heatSpec;
    private final MeshPromises promises;
    private final MeshState before;
    private final MeshReply reply;

    private HeatState heat;
    private PersistentMap<String, Double> peers;
    private PersistentMap<Long, MeshState.Batch> hanging;
    private PersistentSet<Long> answered;
    private PersistentMap<String, Long> handed;
    private PersistentSet<String> heard;
    private PersistentSet<String> failed;
    private PersistentMap<String, Long> gone;
    private PersistentSet<String> forgiven;
    private long exercised;
    private int nextCall;
    private int evictions;
    private @Nullable Step<MeshState> verdict;

    MeshJudgement(
            MeshConfig config,
            Contract contract,
            Spec<HeatState, HeatOperation, HeatReply> heatSpec,
            MeshState before,
            MeshReply reply) {
        this.config = config;
        this.heatSpec = heatSpec;
        this.promises = new MeshPromises(config, contract, heatSpec);
        this.before = before;
        this.reply = reply;
        heat = before.heat();
        peers = before.peers();
        hanging = before.hanging();
        answered = before.answered();
        handed = before.handed();
        heard = before.heard();
        failed = before.failed();
        gone = before.gone();
        forgiven = before.forgiven();
    }

    @Override
    public Step<MeshState> read(MeshOperation.Read read) {
        call(
                HeatOperation.Bump.class,
                bump -> bump.key().equals(read.key()),
                () -> "a bump of " + KeyText.of(read.key()));
        if (verdict == null && reply.calls().get(0).reply() instanceof HeatReply.Bumped bumped) {
            String evicted = bumped.evicted();
            if (evicted != null) {
                evictions++;
                gone(evicted);
            }
        }
        return finish(before.clockwork().at(read.atNanos(), evictions));
    }

    @Override
    public Step<MeshState> remove(MeshOperation.Remove remove) {
        call(
                HeatOperation.Remove.class,
                call -> call.key().equals(remove.key()),
                () -> "a removal of " + KeyText.of(remove.key()));
        gone(remove.key());
        return finish(before.clockwork().at(remove.atNanos(), 0));
    }

    /** A counter is gone, and with it its mark and what it remembered. */
    private void gone(String key) {
        Long by = handed.get(key);
        gone = by == null ? gone : gone.putting(key, by);
        handed = handed.removing(key);
        heard = heard.removing(key);
        failed = failed.removing(key);
    }

    @Override
    public Step<MeshState> round(MeshOperation.Round round) {
        exercised |= HeatRule.S1.bit();
        List<Emission> batch = emissions();
        call(HeatOperation.Tick.class, tick -> tick.number() == round.number(), () -> "tick " + round.number());
        exercised |= handed.isEmpty() ? 0 : HeatRule.S2.bit();
        exercised |= failed.isEmpty() ? 0 : HeatRule.S3.bit();
        if (isOf(TICK_RULES) || isOf(EnumSet.of(HeatRule.F13))) {
            overrule(promises.notTwice(batch, before, round.atNanos()));
            overrule(promises.notStranded(batch, before, round));
        }
        boolean delivered = round.fate() == Fate.DELIVERED;
        if (isOf(TICK_RULES) && delivered && promises.truth()) {
            tell(batch);
            overrule(promises.honest(before.heat(), peers, hanging.values(), round.atNanos()));
        }
        if (verdict == null) {
            handOver(batch, round);
        }
        if (verdict == null && delivered && promises.truth()) {
            exercised |= HeatRule.S4.bit();
            overrule(promises.honest(heat, peers, hanging.values(), round.atNanos()));
        }
        return finish(
                before.clockwork().round(round.number(), round.atNanos(), delivered, MeshSpec.quietNanos(config)));
    }

    /** What the whole mesh has to say goes before what one call has. */
    private void overrule(@Nullable Violation violation) {
        verdict = violation == null ? verdict : new Step.Rejected<>(violation);
    }

    /** Whether the verdict is a violation of one of these. */
    private boolean isOf(Set<HeatRule> rules) {
        return verdict instanceof Step.Rejected<MeshState> rejected
                && rejected.violation().rule() instanceof HeatRule rule
                && rules.contains(rule);
    }

    /** What the first call, the tick, announced. */
    private List<Emission> emissions() {
        return !reply.calls().isEmpty() && reply.calls().get(0).reply() instanceof HeatReply.Ticked ticked
                ? ticked.emissions()
                : List.of();
    }

    /** S1: an empty tick calls no sink and is committed; any other is handed over whole, once, and answered by its fate. */
    private void handOver(List<Emission> batch, MeshOperation.Round round) {
        List<List<Emission>> expected = batch.isEmpty() ? List.of() : List.of(batch);
        if (!MeshBatches.same(expected, reply.batches())) {
            reject(
                    HeatRule.S1,
                    batch.isEmpty() ? "no batch, as nothing is due" : "one batch: " + MeshBatches.text(expected),
                    MeshBatches.text(reply.batches()));
            return;
        }
        if (batch.isEmpty()) {
            commit(round.number());
            return;
        }
        Fate fate = round.fate();
        tell(reply.batches().get(0).subList(0, fate.applied().of(batch.size())));
        for (Emission emission : batch) {
            handed = handed.putting(emission.key(), round.number());
        }
        switch (fate.answered()) {
            case CONFIRMED -> {
                commit(round.number());
                answered(batch, round.number(), true);
            }
            case REFUSED -> {
                rollback(round.number());
                answered(batch, round.number(), false);
            }
            case NOT_YET, NEVER -> {
                boolean lost = fate.answered() == Fate.Answered.NEVER;
                boolean applied = fate.applied() == Fate.Applied.ALL;
                hanging = hanging.putting(
                        round.number(), new MeshState.Batch(batch, round.atNanos(), lost, applied, false));
            }
        }
    }

    private void tell(List<Emission> emissions) {
        for (Emission emission : emissions) {
            peers = emission.rate() > 0
                    ? peers.putting(emission.key(), emission.rate())
                    : peers.removing(emission.key());
        }
    }

    /** An answer to what was handed over then frees each key that was not handed over again since. */
    private void answered(List<Emission> batch, long round, boolean confirmed) {
        for (Emission emission : batch) {
            String key = emission.key();
            Long goneBy = gone.get(key);
            gone = goneBy != null && goneBy == round ? gone.removing(key) : gone;
            Long by = handed.get(key);
            if (by == null || by != round) {
                continue;
            }
            handed = handed.removing(key);
            if (confirmed) {
                heard = heard.adding(key);
                failed = failed.removing(key);
            } else if (!heard.contains(key)) {
                failed = failed.adding(key);
            }
        }
    }

    @Override
    public Step<MeshState> apply(MeshOperation.Apply apply) {
        MeshState.Batch batch = batch(apply.round());
        tell(batch.emissions());
        hanging = hanging.putting(apply.round(), batch.appliedNow(true));
        return finish(before.clockwork().at(apply.atNanos(), 0));
    }

    @Override
    public Step<MeshState> answer(MeshOperation.Answer answer) {
        if (before.answered().contains(answer.round())) {
            // A second answer reaches no registry: a driver takes only the first.
            return finish(before.clockwork().at(answer.atNanos(), 0));
        }
        answered = before.answered().adding(answer.round());
        MeshState.Batch batch = batch(answer.round());
        hanging = hanging.removing(answer.round());
        if (answer.confirmed()) {
            if (!batch.applied()) {
                tell(batch.emissions());
            }
            commit(answer.round());
        } else {
            rollback(answer.round());
        }
        answered(batch.emissions(), answer.round(), answer.confirmed());
        return finish(before.clockwork().at(answer.atNanos(), 0));
    }

    /** S5: every announced key is withdrawn, and the registry is empty. */
    @Override
    public Step<MeshState> settled(MeshOperation.Settled settled) {
        call(HeatOperation.Len.class, len -> true, () -> "a count");
        if (isOf(LEN_RULES) && promises.truth()) {
            long tracked =
                    reply.calls().get(0).reply() instanceof HeatReply.Counted counted ? counted.len() : heat.size();
            overrule(promises.empty(tracked));
        }
        if (verdict == null && promises.truth()) {
            exercised |= HeatRule.S5.bit();
            overrule(promises.settled(heat, peers, forgiven));
        }
        return finish(before.clockwork());
    }

    private void commit(long round) {
        call(
                HeatOperation.Commit.class,
                commit -> commit.tick() == round && commit.keys() == null,
                () -> "a commit of all of tick " + round);
    }

    private void rollback(long round) {
        call(
                HeatOperation.Rollback.class,
                call -> call.tick() == round && call.keys() == null,
                () -> "a rollback of all of tick " + round);
    }

    private MeshState.Batch batch(long round) {
        MeshState.Batch batch = hanging.get(round);
        if (batch == null) {
            throw new IllegalStateException("a refused operation was judged: round " + round + " does not hang");
        }
        return batch;
    }

    /** The next call on the registry must be this one (S1), and its reply right. */
    private <O extends HeatOperation> void call(Class<O> kind, Predicate<O> right, Supplier<String> expected) {
        if (verdict != null) {
            return;
        }
        if (nextCall >= reply.calls().size()) {
            reject(HeatRule.S1, expected.get(), "no call");
            return;
        }
        Call call = reply.calls().get(nextCall++);
        if (!kind.isInstance(call.operation()) || !right.test(kind.cast(call.operation()))) {
            reject(HeatRule.S1, expected.get(), call.operation().toString());
            return;
        }
        Step<HeatState> step = heatSpec.judge(heat, call.operation(), call.reply());
        if (step instanceof Step.Accepted<HeatState> accepted) {
            exercised |= accepted.exercised();
            forgive(heat, accepted.state());
            heat = accepted.state();
        } else if (step instanceof Step.Rejected<HeatState> rejected) {
            verdict = new Step.Rejected<>(rejected.violation());
        } else if (step instanceof Step.Undecided<HeatState> undecided) {
            verdict = new Step.Undecided<>(undecided.why());
        }
    }

    /** Withdrawals dropped at the cap will never be issued: nobody is to blame for what peers go on believing (F3). */
    private void forgive(HeatState from, HeatState to) {
        if (to.droppedWithdrawals() == from.droppedWithdrawals()) {
            return;
        }
        for (HeatState possible : from.each()) {
            for (String key : possible.owedKeys()) {
                forgiven = forgiven.adding(key);
            }
        }
        peers.keySet().forEach(key -> {
            if (to.each().stream().anyMatch(possible -> possible.belief(key).isEmpty())) {
                forgiven = forgiven.adding(key);
            }
        });
    }

    private void reject(Rule rule, String expected, String seen) {
        if (verdict == null) {
            verdict = new Step.Rejected<>(new Violation(rule, expected, seen));
        }
    }

    private Step<MeshState> finish(MeshState.Clockwork clockwork) {
        if (verdict != null) {
            return verdict;
        }
        if (nextCall < reply.calls().size()) {
            return new Step.Rejected<>(new Violation(
                    HeatRule.S1,
                    "no further call",
                    reply.calls().get(nextCall).operation().toString()));
        }
        return new Step.Accepted<>(
                new MeshState(heat, peers, hanging, answered, handed, heard, failed, gone, forgiven, clockwork),
                exercised);
    }
}
