package dev.halflife.model.write.statistics;

import dev.halflife.model.Contract;
import dev.halflife.model.Violation;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** In what the partitions that a restart tells are not those of a snapshot. */
final class Restoring {

    private Restoring() {}

    /** The first partition that is another, and how; or null. One without samples may be left out or not. */
    static @Nullable Violation departure(
            Content.Whole snapshot, StatisticsReply.Restored seen, Contract contract, @Nullable Slip slip) {
        SortedSet<String> names = new TreeSet<>(snapshot.partitions().keySet());
        names.addAll(seen.partitions().keySet());
        for (String name : names) {
            Moments moments = snapshot.partitions().getOrDefault(name, Moments.EMPTY);
            Summary told = seen.partitions().get(name);
            if (told == null) {
                if (moments.count() != 0) {
                    return new Violation(StatisticsRule.W6, name + ": count " + moments.count(), name + ": left out");
                }
                continue;
            }
            Violation departure = Departure.of(moments, told, contract);
            if (departure != null && (slip == null || !slip.allowsStored(moments, told))) {
                return new Violation(
                        StatisticsRule.W6, name + ": " + departure.expected(), name + ": " + departure.seen());
            }
        }
        return null;
    }
}
