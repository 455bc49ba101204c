package dev.halflife.sim.write.queue;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Spec;
import dev.halflife.model.write.queue.QueueConfig;
import dev.halflife.model.write.queue.QueueOperation;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.model.write.queue.QueueSpec;
import dev.halflife.model.write.queue.QueueState;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Exploration;
import dev.halflife.sim.component.Names;
import dev.halflife.sim.component.Narration;
import dev.halflife.sim.component.Situation;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Subject;
import java.util.List;

/** The retry queue: {@code retry-queue}. */
public final class QueueComponent implements Component<QueueConfig, QueueState, QueueOperation, QueueReply> {

    static final Names IDS = Names.of("a");

    @Override
    public String name() {
        return "retry-queue";
    }

    @Override
    public Spec<QueueState, QueueOperation, QueueReply> spec(QueueConfig config, Contract contract) {
        return new QueueSpec(config, contract);
    }

    @Override
    public List<String> subjects() {
        return List.of("reference", "published");
    }

    @Override
    public Subject<QueueOperation, QueueReply> subject(String subject, QueueConfig config) {
        return switch (subject) {
            case "reference" -> new ReferenceQueue(config);
            case "published" -> new PublishedQueue(config);
            default -> throw new IllegalArgumentException("subject must be reference or published: " + subject);
        };
    }

    @Override
    public Codec<QueueConfig, QueueOperation, QueueReply> codec() {
        return new QueueCodec();
    }

    @Override
    public Workload<QueueConfig, QueueState, QueueOperation> workload() {
        return new QueueWorkload();
    }

    @Override
    public Exploration<QueueConfig, QueueState, QueueOperation> exploration() {
        return new QueueExploration();
    }

    /** How many are queued, and, as the queue shows its content in no other way, a drain. */
    @Override
    public List<QueueOperation> audit(QueueConfig config, QueueState state, long atNanos) {
        return List.of(new QueueOperation.Len(atNanos), new QueueOperation.Drain(atNanos));
    }

    @Override
    public List<Schedule<QueueConfig, QueueOperation>> simplifications(Schedule<QueueConfig, QueueOperation> schedule) {
        return SimplerQueue.WAYS.of(schedule);
    }

    @Override
    public List<Finding> findings() {
        return List.of(Finding.F11);
    }

    @Override
    public List<Situation<QueueConfig, QueueState, QueueOperation, QueueReply>> situations() {
        return QueueSituations.ALL;
    }

    @Override
    public List<Defect<QueueConfig, QueueOperation, QueueReply>> defects() {
        return QueueMuseum.ALL;
    }

    @Override
    public Narration<QueueConfig, QueueState, QueueOperation, QueueReply> narration() {
        return new QueueNarration();
    }
}
