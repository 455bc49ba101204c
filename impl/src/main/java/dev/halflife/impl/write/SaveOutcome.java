package dev.halflife.impl.write;

/** How an attempt to save a snapshot ended; nothing that can go wrong on a disk is thrown (W6). */
public sealed interface SaveOutcome {

    /** Whether the snapshot is in place. */
    boolean isSaved();

    /**
     * The snapshot is in place.
     *
     * @param atomic whether it replaced the old one in one step, which every usual file system can do; otherwise the old
     *     one was kept under another name meanwhile, where loading finds it
     * @param durable whether the system confirmed that a crash of the machine cannot undo it
     */
    record Saved(boolean atomic, boolean durable) implements SaveOutcome {
        @Override
        public boolean isSaved() {
            return true;
        }
    }

    /** Another snapshot is being saved; nothing was done (F7). */
    record Busy() implements SaveOutcome {
        @Override
        public boolean isSaved() {
            return false;
        }
    }

    /** The attempt failed or was abandoned: in place is the old snapshot or this one, whole. */
    record Failed(String reason) implements SaveOutcome {
        @Override
        public boolean isSaved() {
            return false;
        }
    }
}
