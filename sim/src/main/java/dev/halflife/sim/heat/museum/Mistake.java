package dev.halflife.sim.heat.museum;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Rule;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.defect.Origin;
import dev.halflife.sim.defect.Owner;
import dev.halflife.sim.defect.Probe;
import dev.halflife.sim.subject.Subject;

/**
 * A mistake in a {@link Textbook}, before it is decided in which of the two registries it is made: in both, or only in the
 * one with marks or the one without.
 */
record Mistake(
        String id,
        Rule rule,
        String sentence,
        Maker maker,
        Origin origin,
        Owner owner,
        Contract contract,
        boolean withMarks,
        boolean withoutMarks) {

    /** How many schedules it may take: some fifty milliseconds of them. */
    private static final long BUDGET = 10_000;

    /** Makes the textbook with the mistake in it. */
    @FunctionalInterface
    interface Maker {
        Textbook make(HeatConfig config, Contract contract, Probe probe);
    }

    /** An invented one, in both registries, for the campaign to find under the strict contract. */
    static Mistake of(String id, Rule rule, String sentence, Maker maker) {
        return new Mistake(id, rule, sentence, maker, Origin.INVENTED, Owner.CAMPAIGN, Contract.strict(), true, true);
    }

    /** Published behaviour: the first choice of a finding, and the last of every other. */
    static Mistake published(String id, Rule rule, Finding finding, String sentence) {
        Maker maker = (config, contract, probe) -> new Textbook(config, contract) {
            @Override
            boolean asks(Finding asked) {
                probe.reached(asked == finding);
                return asked != finding && super.asks(asked);
            }
        };
        return of(id, rule, sentence, maker).historic();
    }

    /** It happened in the original. */
    Mistake historic() {
        return new Mistake(id, rule, sentence, maker, Origin.HISTORIC, owner, contract, withMarks, withoutMarks);
    }

    /** So small that every schedule of a few operations is enough. */
    Mistake explored() {
        return new Mistake(id, rule, sentence, maker, origin, Owner.EXPLORER, contract, withMarks, withoutMarks);
    }

    /** A mistake only where the published choices are made. */
    Mistake underPublished() {
        return new Mistake(id, rule, sentence, maker, origin, owner, Contract.published(), withMarks, withoutMarks);
    }

    /** Only where ticks mark what they return (T4). */
    Mistake onlyWithMarks() {
        return new Mistake(id, rule, sentence, maker, origin, owner, contract, true, false);
    }

    /** Only where they do not (T5). */
    Mistake onlyWithoutMarks() {
        return new Mistake(id, rule, sentence, maker, origin, owner, contract, false, true);
    }

    /** As a defect of one of the registries; of a mistake in both, the second one's is told apart by its id. */
    Defect<HeatConfig, HeatOperation, HeatReply> in(boolean marks) {
        String itsId = marks && withoutMarks ? "blob-" + id : id;
        return new Defect<>(itsId, sentence, origin, rule, owner, BUDGET, contract, subjects());
    }

    /** What makes its subjects. */
    Defect.Maker<HeatConfig, HeatOperation, HeatReply> subjects() {
        return new Pair(maker, contract);
    }

    /** The textbook with the mistake, and without. */
    private record Pair(Maker maker, Contract contract) implements Defect.Maker<HeatConfig, HeatOperation, HeatReply> {

        @Override
        public Subject<HeatOperation, HeatReply> faulty(HeatConfig config, Probe probe) {
            return maker.make(config, contract, probe);
        }

        @Override
        public Subject<HeatOperation, HeatReply> correct(HeatConfig config) {
            return new Textbook(config, contract);
        }
    }
}
