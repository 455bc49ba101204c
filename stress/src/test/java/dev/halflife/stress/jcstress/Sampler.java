package dev.halflife.stress.jcstress;

import java.util.Map;

/** What takes samples of one case, in rounds. */
interface Sampler {

    /** How many samples of a case are enough to say what it does not do. */
    long enough();

    /**
     * Takes some samples.
     *
     * @param round the number of the round, from 0; a later one takes longer
     * @param counts where each outcome is counted
     * @throws Stuck where a thread does not come to an end
     */
    void round(int round, Map<String, Long> counts) throws ReflectiveOperationException, InterruptedException;

    /** A thread that is not going to end: it waits for ever, or has spun for longer than anything takes. */
    final class Stuck extends IllegalStateException {

        private static final long serialVersionUID = 1;

        Stuck(String message) {
            super(message);
        }
    }
}
