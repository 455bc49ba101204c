package dev.halflife.reports.bench;

/** Something to be done very often, with all it needs prepared. Used by as many threads as its contest says. */
interface Work {

    /**
     * Does it so many times.
     *
     * @param thread which of the threads calls, from 0
     * @return the nanoseconds that the part to be measured has taken
     */
    long run(int thread, int times);

    /** One of the times. */
    interface Once {
        /** Does it, and returns something that depends on what was done, so that nothing can be left out. */
        double run(int thread);
    }

    /** Measured as a whole. */
    static Work of(Once once) {
        return (thread, times) -> {
            double sum = 0;
            long begin = System.nanoTime();
            for (int i = 0; i < times; i++) {
                sum += once.run(thread);
            }
            long nanos = System.nanoTime() - begin;
            return sum == Double.NEGATIVE_INFINITY ? 0 : nanos;
        };
    }

    /** Measured without what each of the times needs first. */
    record Prepared(Runnable prepare, Once once) implements Work {

        @Override
        public long run(int thread, int times) {
            double sum = 0;
            long nanos = 0;
            for (int i = 0; i < times; i++) {
                prepare.run();
                long begin = System.nanoTime();
                sum += once.run(thread);
                nanos += System.nanoTime() - begin;
            }
            return sum == Double.NEGATIVE_INFINITY ? 0 : nanos;
        }
    }
}
