package dev.halflife.sim.write.world;

import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.random.Rng;
import java.util.Map;
import java.util.TreeMap;

/** Runs random worlds over any parts wired in any way, and counts the rules that convict. */
final class Hunt {

    private static final int SCHEDULES = 400;
    private static final int LENGTH = 40;

    private Hunt() {}

    /** Makes the parts of a world. */
    @FunctionalInterface
    interface Parts {
        LiveParts.Maker of(PathConfig config);
    }

    static LiveParts.Maker reference(PathConfig config) {
        return new PathSubject.Named("reference", config);
    }

    /** By rule id, how many schedules ended with it. */
    static Map<String, Integer> convictions(Parts parts, PathSubject.Wiring wiring) {
        Map<String, Integer> convictions = new TreeMap<>();
        PathWorkload workload = new PathWorkload();
        for (int i = 0; i < SCHEDULES; i++) {
            Rng rng = new Rng(Rng.split(77, i));
            PathConfig config = workload.config(rng);
            PathSubject subject = new PathSubject(config, parts.of(config), wiring);
            String rule = convicted(config, workload.script(config, rng), subject);
            if (!rule.isEmpty()) {
                convictions.merge(rule, 1, Integer::sum);
            }
        }
        return convictions;
    }

    private static String convicted(
            PathConfig config, Workload.Script<PathState, PathOperation> script, PathSubject subject) {
        PathSpec spec = new PathSpec(config, Contract.strict());
        PathState state = spec.initial();
        for (int i = 0; i <= LENGTH; i++) {
            PathOperation operation = i < LENGTH
                    ? script.next(state)
                    : new PathOperation.Settle(state.past().lastNanos());
            if (spec.refusal(state, operation).isPresent()) {
                continue;
            }
            Step<PathState> step = spec.judge(state, operation, subject.apply(operation));
            if (step instanceof Step.Rejected<PathState> rejected) {
                return rejected.violation().rule().id();
            }
            if (step instanceof Step.Accepted<PathState> accepted) {
                state = accepted.state();
            }
        }
        return "";
    }
}
