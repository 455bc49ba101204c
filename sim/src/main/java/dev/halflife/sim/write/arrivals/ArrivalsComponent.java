package dev.halflife.sim.write.arrivals;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Spec;
import dev.halflife.model.write.arrivals.ArrivalsOperation;
import dev.halflife.model.write.arrivals.ArrivalsReply;
import dev.halflife.model.write.arrivals.ArrivalsSpec;
import dev.halflife.model.write.arrivals.ArrivalsState;
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

/** The arrivals of all namespaces: {@code arrivals}. */
public final class ArrivalsComponent implements Component<NoConfig, ArrivalsState, ArrivalsOperation, ArrivalsReply> {

    static final Names NAMESPACES = Names.of("n");
    static final Names IDS = Names.of("a");

    @Override
    public String name() {
        return "arrivals";
    }

    @Override
    public Spec<ArrivalsState, ArrivalsOperation, ArrivalsReply> spec(NoConfig config, Contract contract) {
        return new ArrivalsSpec();
    }

    @Override
    public List<String> subjects() {
        return List.of("reference", "published");
    }

    @Override
    public Subject<ArrivalsOperation, ArrivalsReply> subject(String subject, NoConfig config) {
        return switch (subject) {
            case "reference" -> new ReferenceArrivals();
            case "published" -> new PublishedArrivals();
            default -> throw new IllegalArgumentException("subject must be reference or published: " + subject);
        };
    }

    @Override
    public Codec<NoConfig, ArrivalsOperation, ArrivalsReply> codec() {
        return new ArrivalsCodec();
    }

    @Override
    public Workload<NoConfig, ArrivalsState, ArrivalsOperation> workload() {
        return new ArrivalsWorkload();
    }

    @Override
    public Exploration<NoConfig, ArrivalsState, ArrivalsOperation> exploration() {
        return new ArrivalsExploration();
    }

    /** Every cursor. */
    @Override
    public List<ArrivalsOperation> audit(NoConfig config, ArrivalsState state, long atNanos) {
        List<ArrivalsOperation> reads = new ArrayList<>();
        for (String namespace : state.namespaces()) {
            reads.add(new ArrivalsOperation.Last(atNanos, namespace));
        }
        return reads;
    }

    @Override
    public List<Schedule<NoConfig, ArrivalsOperation>> simplifications(Schedule<NoConfig, ArrivalsOperation> schedule) {
        return SimplerArrivals.WAYS.of(schedule);
    }

    /** None: what is published is what is asked. */
    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public List<Situation<NoConfig, ArrivalsState, ArrivalsOperation, ArrivalsReply>> situations() {
        return ArrivalsSituations.ALL;
    }

    @Override
    public List<Defect<NoConfig, ArrivalsOperation, ArrivalsReply>> defects() {
        return ArrivalsMuseum.ALL;
    }

    @Override
    public Narration<NoConfig, ArrivalsState, ArrivalsOperation, ArrivalsReply> narration() {
        return new ArrivalsNarration();
    }
}
