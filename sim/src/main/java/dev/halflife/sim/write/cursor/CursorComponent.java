package dev.halflife.sim.write.cursor;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Spec;
import dev.halflife.model.write.cursor.CursorOperation;
import dev.halflife.model.write.cursor.CursorReply;
import dev.halflife.model.write.cursor.CursorSpec;
import dev.halflife.model.write.cursor.CursorState;
import dev.halflife.sim.component.Codec;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Exploration;
import dev.halflife.sim.component.Narration;
import dev.halflife.sim.component.NoConfig;
import dev.halflife.sim.component.Simplification;
import dev.halflife.sim.component.Situation;
import dev.halflife.sim.component.Workload;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.schedule.Schedule;
import dev.halflife.sim.subject.Subject;
import java.util.List;

/** The consolidation cursor: {@code consolidation-cursor}. */
public final class CursorComponent implements Component<NoConfig, CursorState, CursorOperation, CursorReply> {

    private static final Simplification<NoConfig, CursorOperation> SIMPLIFICATION =
            new Simplification<NoConfig, CursorOperation>().operations(CursorComponent::simpler);

    @Override
    public String name() {
        return "consolidation-cursor";
    }

    @Override
    public Spec<CursorState, CursorOperation, CursorReply> spec(NoConfig config, Contract contract) {
        return new CursorSpec();
    }

    @Override
    public List<String> subjects() {
        return List.of("reference", "published");
    }

    @Override
    public Subject<CursorOperation, CursorReply> subject(String subject, NoConfig config) {
        return switch (subject) {
            case "reference" -> new ReferenceCursor();
            case "published" -> new PublishedCursor();
            default -> throw new IllegalArgumentException("subject must be reference or published: " + subject);
        };
    }

    @Override
    public Codec<NoConfig, CursorOperation, CursorReply> codec() {
        return new CursorCodec();
    }

    @Override
    public Workload<NoConfig, CursorState, CursorOperation> workload() {
        return new CursorWorkload();
    }

    @Override
    public Exploration<NoConfig, CursorState, CursorOperation> exploration() {
        return new CursorExploration();
    }

    @Override
    public List<CursorOperation> audit(NoConfig config, CursorState state, long atNanos) {
        return List.of(new CursorOperation.Position(atNanos));
    }

    @Override
    public List<Schedule<NoConfig, CursorOperation>> simplifications(Schedule<NoConfig, CursorOperation> schedule) {
        return SIMPLIFICATION.of(schedule);
    }

    private static List<CursorOperation> simpler(CursorOperation operation) {
        return operation.match(
                advance -> Simplification.numbers(advance.millis()).stream()
                        .<CursorOperation>map(millis -> new CursorOperation.Advance(advance.atNanos(), millis))
                        .toList(),
                position -> List.of());
    }

    /** None: what is published is what is asked. */
    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public List<Situation<NoConfig, CursorState, CursorOperation, CursorReply>> situations() {
        return CursorSituations.ALL;
    }

    @Override
    public List<Defect<NoConfig, CursorOperation, CursorReply>> defects() {
        return CursorMuseum.ALL;
    }

    @Override
    public Narration<NoConfig, CursorState, CursorOperation, CursorReply> narration() {
        return new CursorNarration();
    }
}
