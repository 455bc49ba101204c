package dev.halflife.sim.write.statistics;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Spec;
import dev.halflife.model.write.statistics.PowerLoss;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.StatisticsSpec;
import dev.halflife.model.write.statistics.StatisticsState;
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

/** Running statistics and their snapshots on a simulated disk: {@code running-statistics}. */
public final class StatisticsComponent
        implements Component<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply> {

    private final StatisticsExploration exploration;

    /** The component, explored with losses of power. */
    public StatisticsComponent() {
        this(true);
    }

    /** The component, explored with losses of power or only with kills. */
    StatisticsComponent(boolean powerFails) {
        exploration = new StatisticsExploration(powerFails);
    }

    @Override
    public String name() {
        return "running-statistics";
    }

    @Override
    public Spec<StatisticsState, StatisticsOperation, StatisticsReply> spec(
            StatisticsConfig config, Contract contract) {
        return new StatisticsSpec(config, contract);
    }

    @Override
    public List<String> subjects() {
        return List.of("reference", "published");
    }

    @Override
    public Subject<StatisticsOperation, StatisticsReply> subject(String subject, StatisticsConfig config) {
        return switch (subject) {
            case "reference" -> new ReferenceSubject(config);
            case "published" -> new PublishedSubject(config);
            default -> throw new IllegalArgumentException("subject must be reference or published: " + subject);
        };
    }

    @Override
    public Codec<StatisticsConfig, StatisticsOperation, StatisticsReply> codec() {
        return new StatisticsCodec();
    }

    @Override
    public Workload<StatisticsConfig, StatisticsState, StatisticsOperation> workload() {
        return new StatisticsWorkload();
    }

    @Override
    public Exploration<StatisticsConfig, StatisticsState, StatisticsOperation> exploration() {
        return exploration;
    }

    /**
     * Every partition, and then what a kill and after it a loss of power would leave: restarts are the only way to read
     * what is on the disk, and nothing comes after an audit that they could disturb.
     */
    @Override
    public List<StatisticsOperation> audit(StatisticsConfig config, StatisticsState state, long atNanos) {
        List<StatisticsOperation> reads = new ArrayList<>();
        for (String partition : state.partitionNames()) {
            reads.add(new StatisticsOperation.Read(atNanos, partition));
        }
        reads.add(new StatisticsOperation.Restart(atNanos, null));
        if (config.powerFails()) {
            reads.add(new StatisticsOperation.Restart(atNanos, PowerLoss.NOTHING_SURVIVES));
        }
        return reads;
    }

    @Override
    public List<Schedule<StatisticsConfig, StatisticsOperation>> simplifications(
            Schedule<StatisticsConfig, StatisticsOperation> schedule) {
        return StatisticsSimplification.of(schedule);
    }

    @Override
    public List<Finding> findings() {
        return StatisticsSpec.FINDINGS;
    }

    @Override
    public List<Situation<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply>> situations() {
        return StatisticsSituations.ALL;
    }

    @Override
    public List<Defect<StatisticsConfig, StatisticsOperation, StatisticsReply>> defects() {
        return StatisticsMuseum.DEFECTS;
    }

    @Override
    public Narration<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply> narration() {
        return new StatisticsNarration();
    }
}
