package dev.halflife.sim.run;

import java.util.function.Supplier;

/** What is done around an engine while it tries many schedules, as against the few that come after: shrinking, telling. */
public interface Hunting {

    /** Nothing. */
    Hunting PLAIN = new Hunting() {
        @Override
        public <T> T around(Supplier<T> engine) {
            return engine.get();
        }
    };

    /** Runs the engine. */
    <T> T around(Supplier<T> engine);
}
