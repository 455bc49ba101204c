package dev.halflife.sim.world;

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
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A heat registry in its world: the mesh as a component of the harness. */
public final class MeshComponent implements Component<MeshConfig, MeshState, MeshOperation, MeshReply> {

    private final HeatComponent heat;
    private final MeshCodec codec;
    private final MeshWorkload workload;
    private final MeshExploration exploration;
    private final MeshSimplification simplification;

    /** The mesh around the registry of that component. */
    public MeshComponent(HeatComponent heat) {
        this.heat = heat;
        this.codec = new MeshCodec(heat.codec(), heat.keyDigits());
        this.workload = new MeshWorkload(heat.workload(), heat::key);
        this.exploration = new MeshExploration(heat.exploration(), heat::key);
        this.simplification = new MeshSimplification(heat::key);
    }

    @Override
    public String name() {
        return heat.name() + "/world";
    }

    @Override
    public Spec<MeshState, MeshOperation, MeshReply> spec(MeshConfig config, Contract contract) {
        return new MeshSpec(config, contract);
    }

    @Override
    public boolean takesForeign() {
        return false;
    }

    @Override
    public List<String> subjects() {
        return heat.subjects();
    }

    @Override
    public Subject<MeshOperation, MeshReply> subject(String subject, MeshConfig config) {
        return new MeshSubject(config, heat.subject(subject, config.heat()));
    }

    @Override
    public Codec<MeshConfig, MeshOperation, MeshReply> codec() {
        return codec;
    }

    @Override
    public Workload<MeshConfig, MeshState, MeshOperation> workload() {
        return workload;
    }

    @Override
    public Exploration<MeshConfig, MeshState, MeshOperation> exploration() {
        return exploration;
    }

    /** The sink gives every answer it owes, rounds go on in silence, and then nothing may be left (S5). */
    @Override
    public List<MeshOperation> audit(MeshConfig config, MeshState state, long atNanos) {
        long now = Math.max(atNanos, state.clockwork().lastNanos());
        List<MeshOperation> healing = new ArrayList<>();
        for (Map.Entry<Long, MeshState.Batch> entry : state.hanging().entrySet()) {
            if (entry.getValue().late() && !entry.getValue().lost()) {
                healing.add(new MeshOperation.Answer(now, entry.getKey(), true));
            }
        }
        for (int i = 1; i <= MeshSpec.ROUNDS_TO_SETTLE; i++) {
            now += MeshSpec.quietNanos(config);
            healing.add(new MeshOperation.Round(now, 1, state.rounds() + i, Fate.DELIVERED));
        }
        if (config.heat().policy().enabled()) {
            healing.add(new MeshOperation.Settled(now));
        }
        return healing;
    }

    @Override
    public List<Schedule<MeshConfig, MeshOperation>> simplifications(Schedule<MeshConfig, MeshOperation> schedule) {
        return simplification.of(schedule);
    }

    /** Those that a sink's faults and a driver's death show; F4 takes no sink. */
    @Override
    public List<Finding> findings() {
        return heat.findings().stream().filter(finding -> finding != Finding.F4).toList();
    }

    @Override
    public List<Situation<MeshConfig, MeshState, MeshOperation, MeshReply>> situations() {
        return MeshSituations.ALL;
    }

    @Override
    public List<Defect<MeshConfig, MeshOperation, MeshReply>> defects() {
        return MeshMuseum.defects(heat.hasMarks());
    }

    @Override
    public Narration<MeshConfig, MeshState, MeshOperation, MeshReply> narration() {
        return new MeshNarration(heat.narration());
    }
}
