package dev.halflife.model.write.credits;

import java.util.List;

/** A call that takes several steps. */
public sealed interface Call {

    /** Records one credit per element (A2). */
    record RecordIds(List<String> ids) implements Call {
        public RecordIds {
            ids = List.copyOf(ids);
        }
    }

    /** Takes everything pending (A4). */
    record Drain() implements Call {}
}
