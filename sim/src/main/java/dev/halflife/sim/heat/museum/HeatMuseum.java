package dev.halflife.sim.heat.museum;

import dev.halflife.model.Contract;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.subject.Subject;
import java.util.List;
import java.util.stream.Stream;

/** The defects of the heat registries, grouped by what goes wrong. */
public final class HeatMuseum {

    private static final List<Mistake> MISTAKES = Stream.of(
                    DecayMistakes.ALL,
                    EmissionMistakes.ALL,
                    RoomMistakes.ALL,
                    AnswerMistakes.ALL,
                    MarkMistakes.ALL,
                    OwedMistakes.ALL)
            .flatMap(List::stream)
            .toList();
    private static final List<Defect<HeatConfig, HeatOperation, HeatReply>> WITH_MARKS = in(true);
    private static final List<Defect<HeatConfig, HeatOperation, HeatReply>> WITHOUT_MARKS = in(false);

    private HeatMuseum() {}

    /** The defects of the registry with marks, or of the one without. */
    public static List<Defect<HeatConfig, HeatOperation, HeatReply>> defects(boolean marks) {
        return marks ? WITH_MARKS : WITHOUT_MARKS;
    }

    private static List<Defect<HeatConfig, HeatOperation, HeatReply>> in(boolean marks) {
        return MISTAKES.stream()
                .filter(mistake -> marks ? mistake.withMarks() : mistake.withoutMarks())
                .map(mistake -> mistake.in(marks))
                .toList();
    }

    /** The mistake of that name, whichever registry it is made in: for a world to find it by a rule of its own. */
    public static Defect.Maker<HeatConfig, HeatOperation, HeatReply> mistake(String id) {
        return MISTAKES.stream()
                .filter(mistake -> mistake.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("id must be a mistake of a heat registry: " + id))
                .subjects();
    }

    /** The correct registry that each of them is a mistake in. */
    public static Subject<HeatOperation, HeatReply> correct(HeatConfig config, Contract contract) {
        return new Textbook(config, contract);
    }
}
