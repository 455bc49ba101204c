package dev.halflife.sim.write.breaker;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Spec;
import dev.halflife.model.write.breaker.BreakerConfig;
import dev.halflife.model.write.breaker.BreakerOperation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.model.write.breaker.BreakerSpec;
import dev.halflife.model.write.breaker.BreakerState;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Exploration;
import dev.halflife.sim.component.Narration;
import dev.halflife.sim.component.Situation;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.List;

/** The circuit breaker per partition: {@code circuit-breaker}. */
public final class BreakerComponent implements Component<BreakerConfig, BreakerState, BreakerOperation, BreakerReply> {

    @Override
    public String name() {
        return "circuit-breaker";
    }

    @Override
    public Spec<BreakerState, BreakerOperation, BreakerReply> spec(BreakerConfig config, Contract contract) {
        return new BreakerSpec(config, contract);
    }

    @Override
    public List<String> subjects() {
        return List.of("reference", "published");
    }

    @Override
    public Subject<BreakerOperation, BreakerReply> subject(String subject, BreakerConfig config) {
        return switch (subject) {
            case "reference" -> new ReferenceSubject(config);
            case "published" -> new PublishedSubject(config);
            default -> throw new IllegalArgumentException("subject must be reference or published: " + subject);
        };
    }

    @Override
    public Codec<BreakerConfig, BreakerOperation, BreakerReply> codec() {
        return new BreakerCodec();
    }

    @Override
    public Workload<BreakerConfig, BreakerState, BreakerOperation> workload() {
        return new BreakerWorkload();
    }

    @Override
    public Exploration<BreakerConfig, BreakerState, BreakerOperation> exploration() {
        return new BreakerExploration();
    }

    /**
     * Whether each partition named so far is open now, and of each that was opened whether it still is just before the end
     * and no longer at the end: a state shows as soon as it is wrong, not only when time gets there.
     */
    @Override
    public List<BreakerOperation> audit(BreakerConfig config, BreakerState state, long atNanos) {
        List<BreakerOperation> reads = new ArrayList<>();
        for (String partition : state.partitions()) {
            reads.add(new BreakerOperation.State(atNanos, partition));
            state.earliestEndNanos(partition)
                    .ifPresent(end -> reads.add(new BreakerOperation.State(end - 1, partition)));
            state.latestEndNanos(partition).ifPresent(end -> reads.add(new BreakerOperation.State(end, partition)));
        }
        return reads;
    }

    @Override
    public List<Schedule<BreakerConfig, BreakerOperation>> simplifications(
            Schedule<BreakerConfig, BreakerOperation> schedule) {
        return BreakerSimplification.of(schedule);
    }

    @Override
    public List<Finding> findings() {
        return BreakerSpec.FINDINGS;
    }

    @Override
    public List<Situation<BreakerConfig, BreakerState, BreakerOperation, BreakerReply>> situations() {
        return BreakerSituations.ALL;
    }

    @Override
    public List<Defect<BreakerConfig, BreakerOperation, BreakerReply>> defects() {
        return BreakerMuseum.ALL;
    }

    @Override
    public Narration<BreakerConfig, BreakerState, BreakerOperation, BreakerReply> narration() {
        return new BreakerNarration();
    }
}
