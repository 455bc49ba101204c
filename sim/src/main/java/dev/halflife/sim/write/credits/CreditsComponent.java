package dev.halflife.sim.write.credits;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Spec;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.credits.CreditsSpec;
import dev.halflife.model.write.credits.CreditsState;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Exploration;
import dev.halflife.sim.component.Narration;
import dev.halflife.sim.component.Situation;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Subject;
import dev.halflife.sim.write.credits.museum.CreditsMuseum;
import java.util.ArrayList;
import java.util.List;

/** The importance credits: {@code importance-credits}. */
public final class CreditsComponent implements Component<CreditsConfig, CreditsState, CreditsOperation, CreditsReply> {

    private final CreditsCodec codec = new CreditsCodec();
    private final CreditsWorkload workload = new CreditsWorkload();
    private final CreditsExploration exploration = new CreditsExploration();

    @Override
    public String name() {
        return "importance-credits";
    }

    @Override
    public Spec<CreditsState, CreditsOperation, CreditsReply> spec(CreditsConfig config, Contract contract) {
        return new CreditsSpec(config, contract);
    }

    @Override
    public List<String> subjects() {
        return List.of("reference", "published");
    }

    @Override
    public Subject<CreditsOperation, CreditsReply> subject(String subject, CreditsConfig config) {
        return switch (subject) {
            case "reference" -> new ReferenceSubject(config);
            case "published" -> new PublishedSubject(config);
            default -> throw new IllegalArgumentException("subject must be reference or published: " + subject);
        };
    }

    @Override
    public Codec<CreditsConfig, CreditsOperation, CreditsReply> codec() {
        return codec;
    }

    @Override
    public Workload<CreditsConfig, CreditsState, CreditsOperation> workload() {
        return workload;
    }

    @Override
    public Exploration<CreditsConfig, CreditsState, CreditsOperation> exploration() {
        return exploration;
    }

    /**
     * What is running is finished, the last begun caller first; then what is pending is read, and drained, so that its ids
     * and counts are seen, and nothing may be left.
     */
    @Override
    public List<CreditsOperation> audit(CreditsConfig config, CreditsState state, long atNanos) {
        List<CreditsOperation> reads = new ArrayList<>();
        for (int caller = config.callers(); caller >= 1; caller--) {
            if (state.running(caller).isPresent()) {
                reads.add(new CreditsOperation.Finish(atNanos, caller));
            }
        }
        reads.add(new CreditsOperation.Pending(atNanos));
        reads.add(new CreditsOperation.Drain(atNanos));
        reads.add(new CreditsOperation.Pending(atNanos));
        return reads;
    }

    @Override
    public List<Schedule<CreditsConfig, CreditsOperation>> simplifications(
            Schedule<CreditsConfig, CreditsOperation> schedule) {
        return CreditsSimplification.of(schedule);
    }

    @Override
    public List<Finding> findings() {
        return CreditsSpec.FINDINGS;
    }

    @Override
    public List<Situation<CreditsConfig, CreditsState, CreditsOperation, CreditsReply>> situations() {
        return CreditsSituations.ALL;
    }

    @Override
    public List<Defect<CreditsConfig, CreditsOperation, CreditsReply>> defects() {
        return CreditsMuseum.DEFECTS;
    }

    @Override
    public Narration<CreditsConfig, CreditsState, CreditsOperation, CreditsReply> narration() {
        return new CreditsNarration();
    }
}
