package dev.halflife.model.write.credits;

import org.jspecify.annotations.Nullable;

/** How far a caller's call has got. */
sealed interface Progress {

    /** No call. */
    record Idle() implements Progress {}

    /** Called, nothing done yet. */
    record Invoked(Call call) implements Progress {}

    /**
     * The published record has added to the count, and not yet to the pile.
     *
     * @param seen the count after that, or {@link Machine#BELOW} where it was below the threshold: then it does not matter
     */
    record Counted(Call.RecordIds call, long seen) implements Progress {}

    /** The published record has added to the pile too, and will claim the pile if the count is still {@code seen}. */
    record Claiming(long seen) implements Progress {}

    /** The published record or drain has reset the count, and will take the pile. */
    record Taking() implements Progress {}

    /** Everything is done; what was taken is not reported yet. */
    record Returned(@Nullable Pile flush) implements Progress {}

    /** Stands for no call. */
    Progress IDLE = new Idle();

    /** Stands for the last step of a published call. */
    Progress TAKING = new Taking();

    /** Stands for a call that took nothing. */
    Progress NOTHING = new Returned(null);

    /** Done, with this pile or, where it is empty, with nothing. */
    static Progress returned(Pile taken) {
        return taken.isEmpty() ? NOTHING : new Returned(taken);
    }
}
