package dev.halflife.sim.run;

import java.util.function.Function;
import java.util.function.Supplier;

/** How a subject is asked: by an engine that tries many schedules, and by what comes after. */
public interface Hunting {

    /** A subject of this process: it answers at once, so that stopping between schedules is enough. */
    Hunting PLAIN = new Hunting() {
        @Override
        public <T> T hunt(Parallel.Stop stop, Function<Parallel.Stop, T> engine) {
            return engine.apply(stop);
        }

        @Override
        public <T> T shrink(Parallel.Stop stop, Supplier<T> shrinker) {
            return shrinker.get();
        }
    };

    /** Runs an engine, which is told when to stop: when {@code stop} says so, or the subject is given up. */
    <T> T hunt(Parallel.Stop stop, Function<Parallel.Stop, T> engine);

    /** Runs a shrinker, which fails again and again on purpose; a subject that is waited for is let go at {@code stop}. */
    <T> T shrink(Parallel.Stop stop, Supplier<T> shrinker);
}
