package dev.halflife.sim.write.world;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Spec;
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

/** The eight parts in their world: {@code write-path/world}. */
public final class PathComponent implements Component<PathConfig, PathState, PathOperation, PathReply> {

    private final PathCodec codec = new PathCodec();
    private final PathWorkload workload = new PathWorkload();
    private final PathExploration exploration = new PathExploration();
    private final PathNarration narration = new PathNarration();

    @Override
    public String name() {
        return "write-path/world";
    }

    @Override
    public Spec<PathState, PathOperation, PathReply> spec(PathConfig config, Contract contract) {
        return new PathSpec(config, contract);
    }

    @Override
    public boolean takesForeign() {
        return false;
    }

    @Override
    public List<String> subjects() {
        return List.of("reference", "published");
    }

    @Override
    public Subject<PathOperation, PathReply> subject(String subject, PathConfig config) {
        return new PathSubject(config, subject);
    }

    @Override
    public Codec<PathConfig, PathOperation, PathReply> codec() {
        return codec;
    }

    @Override
    public Workload<PathConfig, PathState, PathOperation> workload() {
        return workload;
    }

    @Override
    public Exploration<PathConfig, PathState, PathOperation> exploration() {
        return exploration;
    }

    /** The world heals, and then nothing may be left (X8). */
    @Override
    public List<PathOperation> audit(PathConfig config, PathState state, long atNanos) {
        return List.of(new PathOperation.Settle(atNanos));
    }

    @Override
    public List<Schedule<PathConfig, PathOperation>> simplifications(Schedule<PathConfig, PathOperation> schedule) {
        return PathSimplification.of(schedule);
    }

    /** Those of the parts that whole calls show; F14 takes numbers that no distance is. */
    @Override
    public List<Finding> findings() {
        return List.of(Finding.F6, Finding.F7, Finding.F8, Finding.F9, Finding.F11, Finding.F12);
    }

    @Override
    public List<Situation<PathConfig, PathState, PathOperation, PathReply>> situations() {
        return PathSituations.ALL;
    }

    @Override
    public List<Defect<PathConfig, PathOperation, PathReply>> defects() {
        return PathMuseum.DEFECTS;
    }

    @Override
    public Narration<PathConfig, PathState, PathOperation, PathReply> narration() {
        return narration;
    }
}
