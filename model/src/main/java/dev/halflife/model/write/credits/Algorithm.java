package dev.halflife.model.write.credits;

import org.jspecify.annotations.Nullable;

/** How calls work inside, step by step. What a caller's next step does follows from the machine alone. */
interface Algorithm {

    /** After the caller's next step, or null where the caller has none left. */
    @Nullable
    Machine step(Machine machine, int caller);

    /** After a flush came back. */
    Machine restored(Machine machine, Pile flush);

    /** Whether a call has one step, which it takes at any time while it runs. */
    boolean isAtomic();

    /** Whether counts must travel with the ids. */
    boolean tellsCounts();

    /** After all of the caller's steps, nobody else moving. */
    default Machine run(Machine machine, int caller) {
        Machine last = machine;
        for (Machine next = machine; next != null; next = step(next, caller)) {
            last = next;
        }
        return last;
    }
}
