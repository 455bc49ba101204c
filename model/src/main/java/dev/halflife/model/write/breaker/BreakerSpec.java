package dev.halflife.model.write.breaker;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Lapse;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import java.util.List;
import java.util.Optional;

/**
 * What a circuit breaker per partition must do, under any {@link Contract}. Stateless; any thread may use it. A judgement
 * costs a look-up.
 *
 * <p>Decided where the specification is silent:
 *
 * <ul>
 *   <li>A report names no call. A success closes whenever it comes (B1). A failure while calls were let through after the
 *       end of the open time opens again (B2); any other failure of an open partition may extend the open time to what it
 *       would be if it began now, or to anything between, or not at all (B3).
 *   <li>Under the strict contract a probe is out from the call let through until the next report of any call, or until the
 *       open time has gone by since: then it has lost its turn, and the next caller is the probe (F8). So a probe that
 *       never reports cannot keep the partition shut for ever.
 *   <li>Time may go back from caller to caller. Each is answered by its own time; an end once set never moves back. Where a failure
 *       is reported with a time before that of the probe it settles, its open time counts from either, or between.
 *   <li>A state tells {@code open} for as long as B2 does. Under the strict contract a partition whose probe is out may be
 *       told either way: it is not open any more, but refuses.
 * </ul>
 */
public final class BreakerSpec implements Spec<BreakerState, BreakerOperation, BreakerReply> {

    /** The findings that concern a circuit breaker. */
    public static final List<Finding> FINDINGS = List.of(Finding.F8);

    private static final List<BreakerRule> RULES = List.of(BreakerRule.values());

    private final BreakerConfig config;
    private final boolean oneProbe;

    /** A specification of the breaker made with {@code config}, judged by {@code contract}. */
    public BreakerSpec(BreakerConfig config, Contract contract) {
        this.config = config;
        this.oneProbe = contract.asks(Finding.F8);
    }

    @Override
    public List<? extends Rule> rules() {
        return RULES;
    }

    @Override
    public BreakerState initial() {
        return BreakerState.EMPTY;
    }

    /** Every operation makes sense at any time. */
    @Override
    public Optional<String> refusal(BreakerState state, BreakerOperation operation) {
        return Optional.empty();
    }

    @Override
    public BreakerReply predict(BreakerState state, BreakerOperation operation) {
        return operation.match(new Prediction(config, oneProbe, state));
    }

    @Override
    public Step<BreakerState> judge(BreakerState state, BreakerOperation operation, BreakerReply reply) {
        return operation.match(new Judgement(config, oneProbe, state, reply));
    }

    @Override
    public List<Lapse<BreakerState, BreakerOperation, BreakerReply>> lapses() {
        return BreakerLapses.of(this, config, oneProbe);
    }
}
