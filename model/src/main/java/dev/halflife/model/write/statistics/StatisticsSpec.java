package dev.halflife.model.write.statistics;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Lapse;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What running statistics and their snapshots must do, under any {@link Contract}. Stateless; any thread may use it. A
 * judgement costs exact arithmetic on one partition, and a comparison of every partition for a restart.
 *
 * <p>Decisions where the rules are silent:
 * <ul>
 *   <li>Whether an ignored sample counts towards the next snapshot is left open: the original counts it, others need not.
 *   <li>F7 asks for an end, not for a means: a second save beside one in progress may be refused or not, but under the
 *       strict contract whatever a restart then finds must be whole, and what was saved last must outlive the power.
 *   <li>A save may fail only beside another one; no disk here is ever full.
 *   <li>A save may have replaced the file as soon as it has begun, and in any step: how many steps it takes is its own.
 *   <li>Whether a damaged file is set aside is told and not judged; that none set aside is ever lost again, is. One that is
 *       not may be left or deleted; one that is may have been copied, so that the old name may be back after a loss of power.
 *   <li>Next to a number whose square overflows, the published formula may say anything but a wrong count (F14).
 * </ul>
 */
public final class StatisticsSpec implements Spec<StatisticsState, StatisticsOperation, StatisticsReply> {

    /** The findings that concern running statistics. */
    public static final List<Finding> FINDINGS = List.of(Finding.F7, Finding.F14);

    private static final List<StatisticsRule> RULES = List.of(StatisticsRule.values());

    private final StatisticsConfig config;
    private final Contract contract;
    private final @Nullable Slip slip;

    /** A specification of statistics made with {@code config}, judged by {@code contract}. */
    public StatisticsSpec(StatisticsConfig config, Contract contract) {
        this(config, contract, null);
    }

    StatisticsSpec(StatisticsConfig config, Contract contract, @Nullable Slip slip) {
        this.config = config;
        this.contract = contract;
        this.slip = slip;
    }

    @Override
    public List<? extends Rule> rules() {
        return RULES;
    }

    @Override
    public StatisticsState initial() {
        return StatisticsState.EMPTY;
    }

    @Override
    public Optional<String> refusal(StatisticsState state, StatisticsOperation operation) {
        if (operation instanceof StatisticsOperation.Begin begin && saves(state, begin.writer())) {
            return Optional.of("writer " + begin.writer() + " has a save in progress");
        }
        if (operation instanceof StatisticsOperation.Step step && !saves(state, step.writer())) {
            return Optional.of("writer " + step.writer() + " has no save in progress");
        }
        if (operation instanceof StatisticsOperation.Damage && !state.atRest()) {
            return Optional.of("no snapshot is at rest that could be damaged");
        }
        if (operation instanceof StatisticsOperation.Restart restart
                && restart.power() != null
                && !config.powerFails()) {
            return Optional.of("this machine never loses power");
        }
        return Optional.empty();
    }

    private static boolean saves(StatisticsState state, int writer) {
        return state.shelf.of(writer) != null;
    }

    @Override
    public StatisticsReply predict(StatisticsState state, StatisticsOperation operation) {
        return operation.match(new Prediction(config, state));
    }

    @Override
    public Step<StatisticsState> judge(StatisticsState state, StatisticsOperation operation, StatisticsReply reply) {
        return operation.match(new Judgement(config, contract, slip, state, reply));
    }

    /** What overflows before what is merely wrong; and arithmetic before the disk, which returns what it was given. */
    @Override
    public List<Lapse<StatisticsState, StatisticsOperation, StatisticsReply>> lapses() {
        List<Lapse<StatisticsState, StatisticsOperation, StatisticsReply>> lapses = new ArrayList<>();
        addSlips(lapses, true);
        addFinding(lapses, Finding.F14, StatisticsRule.F14);
        addSlips(lapses, false);
        addFinding(lapses, Finding.F7, StatisticsRule.F7);
        return lapses;
    }

    private void addSlips(List<Lapse<StatisticsState, StatisticsOperation, StatisticsReply>> lapses, boolean exact) {
        for (Slip its : Slip.values()) {
            if (its.isExact() == exact) {
                lapses.add(new Lapse<>(its.rule, new StatisticsSpec(config, contract, its)));
            }
        }
    }

    private void addFinding(
            List<Lapse<StatisticsState, StatisticsOperation, StatisticsReply>> lapses,
            Finding finding,
            StatisticsRule rule) {
        if (contract.asks(finding)) {
            lapses.add(new Lapse<>(rule, new StatisticsSpec(config, contract.with(finding, false), null)));
        }
    }
}
