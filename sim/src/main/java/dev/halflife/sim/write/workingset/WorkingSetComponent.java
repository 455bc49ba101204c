package dev.halflife.sim.write.workingset;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Spec;
import dev.halflife.model.write.workingset.WorkingSetOperation;
import dev.halflife.model.write.workingset.WorkingSetReply;
import dev.halflife.model.write.workingset.WorkingSetSpec;
import dev.halflife.model.write.workingset.WorkingSetState;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Exploration;
import dev.halflife.sim.component.Names;
import dev.halflife.sim.component.Narration;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.component.Situation;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.List;

/** The working set: {@code working-set}. */
public final class WorkingSetComponent
        implements Component<NoConfig, WorkingSetState, WorkingSetOperation, WorkingSetReply> {

    static final Names ENTRIES = Names.of("e");
    static final Names REVISIONS = Names.of("r");

    @Override
    public String name() {
        return "working-set";
    }

    @Override
    public Spec<WorkingSetState, WorkingSetOperation, WorkingSetReply> spec(NoConfig config, Contract contract) {
        return new WorkingSetSpec(contract);
    }

    @Override
    public List<String> subjects() {
        return List.of("reference", "published");
    }

    @Override
    public Subject<WorkingSetOperation, WorkingSetReply> subject(String subject, NoConfig config) {
        return switch (subject) {
            case "reference" -> new ReferenceWorkingSet();
            case "published" -> new PublishedWorkingSet();
            default -> throw new IllegalArgumentException("subject must be reference or published: " + subject);
        };
    }

    @Override
    public Codec<NoConfig, WorkingSetOperation, WorkingSetReply> codec() {
        return new WorkingSetCodec();
    }

    @Override
    public Workload<NoConfig, WorkingSetState, WorkingSetOperation> workload() {
        return new WorkingSetWorkload();
    }

    @Override
    public Exploration<NoConfig, WorkingSetState, WorkingSetOperation> exploration() {
        return new WorkingSetExploration();
    }

    /** Every head, then every revision, so that no head is without its revision; and how many there are. */
    @Override
    public List<WorkingSetOperation> audit(NoConfig config, WorkingSetState state, long atNanos) {
        List<WorkingSetOperation> reads = new ArrayList<>();
        for (String logical : state.logicals()) {
            reads.add(new WorkingSetOperation.Head(atNanos, logical));
        }
        for (String id : state.ids()) {
            reads.add(new WorkingSetOperation.Get(atNanos, id));
        }
        reads.add(new WorkingSetOperation.Len(atNanos));
        return reads;
    }

    @Override
    public List<Schedule<NoConfig, WorkingSetOperation>> simplifications(
            Schedule<NoConfig, WorkingSetOperation> schedule) {
        return SimplerWorkingSet.WAYS.of(schedule);
    }

    @Override
    public List<Finding> findings() {
        return List.of(Finding.F12);
    }

    @Override
    public List<Situation<NoConfig, WorkingSetState, WorkingSetOperation, WorkingSetReply>> situations() {
        return WorkingSetSituations.ALL;
    }

    @Override
    public List<Defect<NoConfig, WorkingSetOperation, WorkingSetReply>> defects() {
        return WorkingSetMuseum.ALL;
    }

    @Override
    public Narration<NoConfig, WorkingSetState, WorkingSetOperation, WorkingSetReply> narration() {
        return new WorkingSetNarration();
    }
}
