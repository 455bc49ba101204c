package dev.halflife.sim.write.credits.museum;

import dev.halflife.model.Contract;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.credits.CreditsRule;
import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.defect.Origin;
import dev.halflife.sim.defect.Owner;
import dev.halflife.sim.defect.Probe;
import dev.halflife.sim.subject.Subject;

/** A mistake in a {@link Textbook}, held to the strict contract. */
record Mistake(String id, CreditsRule rule, String sentence, Maker maker, Origin origin, Owner owner) {

    /** How many schedules it may take: some hundred milliseconds of them. */
    private static final long BUDGET = 5_000;

    /** Makes the textbook with the mistake in it. */
    @FunctionalInterface
    interface Maker {
        Textbook make(CreditsConfig config, Probe probe);
    }

    /** An invented one, for the campaign to find. */
    static Mistake of(String id, CreditsRule rule, String sentence, Maker maker) {
        return new Mistake(id, rule, sentence, maker, Origin.INVENTED, Owner.CAMPAIGN);
    }

    /** One that a few steps in some order show, for the explorer to find. */
    static Mistake race(String id, CreditsRule rule, String sentence, Maker maker) {
        return new Mistake(id, rule, sentence, maker, Origin.INVENTED, Owner.EXPLORER);
    }

    /** It happened in the original. */
    Mistake historic() {
        return new Mistake(id, rule, sentence, maker, Origin.HISTORIC, owner);
    }

    /** As a defect. */
    Defect<CreditsConfig, CreditsOperation, CreditsReply> defect() {
        return new Defect<>(id, sentence, origin, rule, owner, BUDGET, Contract.strict(), new Pair(maker));
    }

    /** The textbook with the mistake, and without. */
    private record Pair(Maker maker) implements Defect.Maker<CreditsConfig, CreditsOperation, CreditsReply> {

        @Override
        public Subject<CreditsOperation, CreditsReply> faulty(CreditsConfig config, Probe probe) {
            return maker.make(config, probe);
        }

        @Override
        public Subject<CreditsOperation, CreditsReply> correct(CreditsConfig config) {
            return new Textbook(config);
        }
    }
}
