package dev.halflife.sim.museum;

import dev.halflife.sim.defect.Defect;
import dev.halflife.sim.defect.Probe;
import dev.halflife.sim.subject.Subject;

/**
 * What a defect did in the schedules it was tried by: in how many its faulty line ran, and in how many something came out
 * wrong. Wrong is what its correct twin, asked the same, would not have replied; so nothing is said here of rules. Not
 * thread-safe.
 */
final class Watch<C, O, R> {

    private final Defect<C, O, R> defect;
    private long reached;
    private long triggered;

    Watch(Defect<C, O, R> defect) {
        this.defect = defect;
    }

    /** A fresh subject of the defect, watched until it is closed. */
    Subject<O, R> subject(C config) {
        return new Watched(config);
    }

    /** In how many schedules the faulty line ran. */
    long reached() {
        return reached;
    }

    /** In how many schedules a reply was wrong, or missing. */
    long triggered() {
        return triggered;
    }

    /** The defect beside its twin, until they part: from then on the twin would be asked about another past. */
    private final class Watched implements Subject<O, R>, Probe {

        private final Subject<O, R> faulty;
        private final Subject<O, R> correct;
        private boolean itsReached;
        private boolean parted;

        Watched(C config) {
            faulty = defect.maker().faulty(config, this);
            correct = defect.maker().correct(config);
        }

        @Override
        public void reached() {
            itsReached = true;
        }

        @Override
        public R apply(O operation) {
            boolean together = !parted;
            parted = true;
            R reply = faulty.apply(operation);
            parted = !together || !reply.equals(correct.apply(operation));
            return reply;
        }

        @Override
        public void close() {
            reached += itsReached ? 1 : 0;
            triggered += parted ? 1 : 0;
            faulty.close();
            correct.close();
        }
    }
}
