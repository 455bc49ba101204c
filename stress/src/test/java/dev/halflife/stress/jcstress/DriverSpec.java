package dev.halflife.stress.jcstress;

import dev.halflife.model.Operation;
import dev.halflife.model.Rule;
import dev.halflife.model.Spec;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Starting, rounds and closing of a heat driver (S1). Not a component's contract, but the part of it that threads can break.
 */
final class DriverSpec implements Spec<DriverSpec.Standing, DriverSpec.Asked, Boolean> {

    /**
     * How it stands.
     *
     * @param unanswered how many rounds have ticked and are neither committed nor rolled back
     */
    record Standing(boolean started, boolean closed, int unanswered) {}

    /** What is done to it, or asked; a close waits for nobody, and an answer is one that the sink still owes, if any. */
    enum Asked implements Operation<Asked> {
        START,
        ROUND,
        ANSWER,
        CLOSE,
        SCHEDULED,
        SETTLED;

        @Override
        public long atNanos() {
            return 0;
        }

        @Override
        public Asked movedTo(long nanos) {
            return this;
        }

        @Override
        public boolean readsTime() {
            return false;
        }
    }

    private enum DriverRule implements Rule {
        S1;

        @Override
        public String id() {
            return name();
        }

        @Override
        public String text() {
            return "a closed driver has no schedule, admits no round, and leaves none unanswered";
        }
    }

    @Override
    public List<DriverRule> rules() {
        return List.of(DriverRule.S1);
    }

    @Override
    public Standing initial() {
        return new Standing(false, false, 0);
    }

    @Override
    public Optional<String> refusal(Standing state, Asked asked) {
        return Optional.empty();
    }

    @Override
    public Boolean predict(Standing state, Asked asked) {
        return switch (asked) {
            case START -> !state.started() && !state.closed();
            case ROUND -> !state.closed();
            case SCHEDULED -> state.started() && !state.closed();
            case SETTLED -> state.unanswered() == 0;
            case ANSWER, CLOSE -> true;
        };
    }

    @Override
    public Step<Standing> judge(Standing state, Asked asked, Boolean reply) {
        Boolean expected = predict(state, asked);
        if (!reply.equals(expected)) {
            return new Step.Rejected<>(new Violation(DriverRule.S1, expected.toString(), reply.toString()));
        }
        return new Step.Accepted<>(after(state, asked, reply), DriverRule.S1.bit());
    }

    private static Standing after(Standing state, Asked asked, boolean reply) {
        return switch (asked) {
            case START -> new Standing(state.started() || reply, state.closed(), state.unanswered());
            case ROUND -> new Standing(state.started(), state.closed(), state.unanswered() + (reply ? 1 : 0));
            case ANSWER -> new Standing(state.started(), state.closed(), Math.max(0, state.unanswered() - 1));
            case CLOSE -> new Standing(state.started(), true, 0);
            case SCHEDULED, SETTLED -> state;
        };
    }
}
