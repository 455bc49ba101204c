package dev.halflife.reports.rivals;

import static dev.halflife.reports.rivals.RegistryCalls.CAP;
import static dev.halflife.reports.rivals.RegistryCalls.HALF_LIFE_NANOS;

import dev.halflife.model.Contract;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatPolicy;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.model.heat.HeatSpec;
import dev.halflife.model.heat.HeatState;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The model as Lincheck's sequential specification: what one caller at a time would be answered. Made by Lincheck. */
public final class RegistryModel {

    private static final Spec<HeatState, HeatOperation, HeatReply> SPEC = new HeatSpec(
            new HeatConfig(true, CAP, HALF_LIFE_NANOS, new HeatPolicy(true, 2, HALF_LIFE_NANOS)), Contract.strict());

    private HeatState state = SPEC.initial();
    private long ticks;

    /** As {@link RegistryCalls#bump}. */
    public String bump(int key, int at) {
        HeatReply.Bumped reply = (HeatReply.Bumped) apply(new HeatOperation.Bump(at * HALF_LIFE_NANOS, name(key)));
        return reply.evicted() + " " + reply.rate();
    }

    /** As {@link RegistryCalls#touch}. */
    public String touch(int key, int at) {
        HeatReply.Touched reply = (HeatReply.Touched) apply(new HeatOperation.Touch(at * HALF_LIFE_NANOS, name(key)));
        return String.valueOf(reply.evicted());
    }

    /** As {@link RegistryCalls#tick}. */
    public Map<Integer, Double> tick(int at) {
        HeatReply.Ticked reply = (HeatReply.Ticked) apply(new HeatOperation.Tick(at * HALF_LIFE_NANOS, ++ticks));
        return reply.emissions().stream()
                .collect(Collectors.toMap(
                        emission -> Integer.valueOf(emission.key()),
                        HeatReply.Emission::rate,
                        Double::sum,
                        TreeMap::new));
    }

    /** As {@link RegistryCalls#commit}. */
    public void commit() {
        if (ticks > 0) {
            apply(new HeatOperation.Commit(0, ticks, null));
        }
    }

    /** As {@link RegistryCalls#rollback}. */
    public void rollback() {
        if (ticks > 0) {
            apply(new HeatOperation.Rollback(0, ticks, null));
        }
    }

    /** As {@link RegistryCalls#remove}. */
    public void remove(int key) {
        apply(new HeatOperation.Remove(0, name(key)));
    }

    /** As {@link RegistryCalls#observe}. */
    public String observe(int key) {
        return apply(new HeatOperation.Observe(0, name(key))) instanceof HeatReply.Tracked seen
                ? seen.rate() + " " + seen.asOfNanos() + " " + seen.lastEmitted()
                : "untracked";
    }

    /** As {@link RegistryCalls#len}. */
    public long len() {
        return ((HeatReply.Counted) apply(new HeatOperation.Len(0))).len();
    }

    private HeatReply apply(HeatOperation operation) {
        HeatReply reply = SPEC.predict(state, operation);
        if (!(SPEC.judge(state, operation, reply) instanceof Step.Accepted<HeatState> accepted)) {
            throw new IllegalStateException("the model does not accept its own " + reply + " to " + operation);
        }
        state = accepted.state();
        return reply;
    }

    private static String name(int key) {
        return String.valueOf(key);
    }

    /** Lincheck merges orders of calls that end in the same state. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RegistryModel model && ticks == model.ticks && state.equals(model.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }
}
