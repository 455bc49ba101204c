package dev.halflife.sim.defect;

import dev.halflife.model.Contract;
import dev.halflife.model.Rule;
import dev.halflife.sim.subject.Subject;
import java.util.function.Function;

/**
 * Makes the defects of one component out of its correct subject and others that are the same but for one mistake. All are
 * held to the strict contract.
 *
 * @param correct makes the subject without a mistake
 * @param budget how many schedules a hunt for one of them may take
 * @param <C> the configuration
 * @param <O> the operations
 * @param <R> the replies
 */
public record Mistakes<C, O, R>(Function<C, Subject<O, R>> correct, long budget) {

    /** Makes a subject with a mistake in it, which tells the probe whenever it makes it. */
    @FunctionalInterface
    public interface Faulty<C, O, R> {
        Subject<O, R> make(C config, Probe probe);
    }

    /** A mistake that people make here, for the campaign to find. */
    public Defect<C, O, R> invented(String id, Rule rule, String sentence, Faulty<C, O, R> faulty) {
        return defect(id, rule, sentence, Origin.INVENTED, Owner.CAMPAIGN, faulty);
    }

    /** One that happened in the original, for the campaign to find. */
    public Defect<C, O, R> historic(String id, Rule rule, String sentence, Faulty<C, O, R> faulty) {
        return defect(id, rule, sentence, Origin.HISTORIC, Owner.CAMPAIGN, faulty);
    }

    /** One that shows only where calls overlap: to a single caller it is as good as correct. For Lincheck to find. */
    public Defect<C, O, R> concurrent(
            String id, Rule rule, String sentence, Function<C, ? extends Subject<O, R>> faulty) {
        return defect(id, rule, sentence, Origin.INVENTED, Owner.LINCHECK, (config, probe) -> faulty.apply(config));
    }

    private Defect<C, O, R> defect(
            String id, Rule rule, String sentence, Origin origin, Owner owner, Faulty<C, O, R> faulty) {
        Defect.Maker<C, O, R> maker = new Defect.Maker<>() {
            @Override
            public Subject<O, R> faulty(C config, Probe probe) {
                return faulty.make(config, probe);
            }

            @Override
            public Subject<O, R> correct(C config) {
                return correct.apply(config);
            }
        };
        return new Defect<>(id, sentence, origin, rule, owner, budget, Contract.strict(), maker);
    }
}
