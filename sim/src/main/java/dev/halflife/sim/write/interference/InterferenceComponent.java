package dev.halflife.sim.write.interference;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Spec;
import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.model.write.interference.InterferenceSpec;
import dev.halflife.model.write.interference.InterferenceState;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Exploration;
import dev.halflife.sim.component.Narration;
import dev.halflife.sim.component.Situation;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Subject;
import java.util.List;

/** The interference tracker: {@code interference-tracker}. */
public final class InterferenceComponent
        implements Component<InterferenceConfig, InterferenceState, InterferenceOperation, InterferenceReply> {

    @Override
    public String name() {
        return "interference-tracker";
    }

    @Override
    public Spec<InterferenceState, InterferenceOperation, InterferenceReply> spec(
            InterferenceConfig config, Contract contract) {
        return new InterferenceSpec(config, contract);
    }

    @Override
    public List<String> subjects() {
        return List.of("reference", "published");
    }

    @Override
    public Subject<InterferenceOperation, InterferenceReply> subject(String subject, InterferenceConfig config) {
        return switch (subject) {
            case "reference" -> new ReferenceSubject(config);
            case "published" -> new PublishedSubject();
            default -> throw new IllegalArgumentException("subject must be reference or published: " + subject);
        };
    }

    @Override
    public Codec<InterferenceConfig, InterferenceOperation, InterferenceReply> codec() {
        return new InterferenceCodec();
    }

    @Override
    public Workload<InterferenceConfig, InterferenceState, InterferenceOperation> workload() {
        return new InterferenceWorkload();
    }

    @Override
    public Exploration<InterferenceConfig, InterferenceState, InterferenceOperation> exploration() {
        return new InterferenceExploration();
    }

    /** The whole backlog. */
    @Override
    public List<InterferenceOperation> audit(InterferenceConfig config, InterferenceState state, long atNanos) {
        return List.of(new InterferenceOperation.Backlog(atNanos));
    }

    @Override
    public List<Schedule<InterferenceConfig, InterferenceOperation>> simplifications(
            Schedule<InterferenceConfig, InterferenceOperation> schedule) {
        return InterferenceSimplification.of(schedule);
    }

    @Override
    public List<Finding> findings() {
        return InterferenceSpec.FINDINGS;
    }

    @Override
    public List<Situation<InterferenceConfig, InterferenceState, InterferenceOperation, InterferenceReply>>
            situations() {
        return InterferenceSituations.ALL;
    }

    @Override
    public List<Defect<InterferenceConfig, InterferenceOperation, InterferenceReply>> defects() {
        return InterferenceMuseum.ALL;
    }

    @Override
    public Narration<InterferenceConfig, InterferenceState, InterferenceOperation, InterferenceReply> narration() {
        return new InterferenceNarration();
    }
}
