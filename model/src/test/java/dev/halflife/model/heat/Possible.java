package dev.halflife.model.heat;

import dev.halflife.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The states a judge follows at once, taken apart. */
final class Possible {

    private Possible() {}

    /** Each of them alone. */
    static List<HeatState> states(HeatState state) {
        List<HeatState> states = new ArrayList<>();
        states.add(state.alone());
        states.addAll(state.others);
        return states;
    }

    /** Where a step leads; empty where the rules leave more open than a judge can follow. */
    static Optional<HeatState> after(Step<HeatState> step) {
        if (step instanceof Step.Rejected<HeatState> rejected) {
            throw new AssertionError("a reply that the rules allow was rejected: " + rejected.violation());
        }
        return step instanceof Step.Accepted<HeatState> accepted ? Optional.of(accepted.state()) : Optional.empty();
    }
}
