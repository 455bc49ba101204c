package dev.halflife.model.heat;

import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A registry that goes wrong in one way, and does so once: any time, but never again. Of the possible states the first has
 * not gone wrong yet, and each other one at some step of its own; so they are at most as many as there were steps.
 */
record Once(HeatSpec right, HeatSpec wrong) implements Spec<HeatState, HeatOperation, HeatReply> {

    private static final int MOST = 256;

    @Override
    public List<? extends Rule> rules() {
        return right.rules();
    }

    @Override
    public HeatState initial() {
        return right.initial();
    }

    @Override
    public Optional<String> refusal(HeatState state, HeatOperation operation) {
        return right.refusal(state, operation);
    }

    @Override
    public HeatReply predict(HeatState state, HeatOperation operation) {
        return right.predict(state, operation);
    }

    @Override
    public Step<HeatState> judge(HeatState state, HeatOperation operation, HeatReply reply) {
        HeatState untouched = state.alone();
        Set<HeatState> possible = new LinkedHashSet<>();
        Step<HeatState> rightly = right.judgeOne(untouched, operation, reply);
        add(rightly, possible);
        if (state.others.size() < MOST) {
            add(wrong.judgeOne(untouched, operation, reply), possible);
        }
        for (HeatState other : state.others) {
            add(right.judgeOne(other, operation, reply), possible);
        }
        return possible.isEmpty() ? rightly : HeatSpec.oneOf(new ArrayList<>(possible), 0);
    }

    private static void add(Step<HeatState> step, Set<HeatState> possible) {
        if (step instanceof Step.Accepted<HeatState> accepted) {
            possible.addAll(accepted.state().each());
        }
    }
}
