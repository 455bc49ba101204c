package dev.halflife.model.write.statistics;

import dev.halflife.model.Contract;
import dev.halflife.model.Rule;
import dev.halflife.model.Violation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a restart might find and what it found, in words: in what each snapshot departs from the one seen is said of both,
 * so that two which differ never read alike.
 */
record FoundText(List<Content> candidates, Contract contract) {

    Violation violation(Rule rule, StatisticsReply reply) {
        Set<String> expected = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Content content : candidates) {
            if (content instanceof Content.Whole whole && reply instanceof StatisticsReply.Restored restored) {
                Violation departure = Restoring.departure(whole, restored, contract, null);
                expected.add(text(content) + (departure == null ? "" : " (" + departure.expected() + ")"));
                if (departure != null) {
                    seen.add(departure.seen());
                }
            } else {
                expected.add(text(content));
            }
        }
        return new Violation(
                rule,
                String.join(" or ", expected),
                text(reply) + (seen.isEmpty() ? "" : " (" + String.join(", ", seen) + ")"));
    }

    private static String text(Content content) {
        if (content instanceof Content.Whole whole) {
            return snapshot(
                    whole.partitions().values().stream()
                            .mapToLong(Moments::count)
                            .sum(),
                    whole.partitions().values().stream()
                            .filter(moments -> moments.count() != 0)
                            .count());
        }
        return content == Content.Broken.DAMAGED ? "a damaged file reported" : "no snapshot";
    }

    private static String text(StatisticsReply reply) {
        if (reply instanceof StatisticsReply.Restored restored) {
            return snapshot(
                    restored.partitions().values().stream()
                            .mapToLong(Summary::count)
                            .sum(),
                    restored.partitions().values().stream()
                            .filter(summary -> summary.count() != 0)
                            .count());
        }
        return reply instanceof StatisticsReply.Damaged ? "a damaged file" : "no snapshot";
    }

    private static String snapshot(long samples, long partitions) {
        return "a whole snapshot of " + samples + (samples == 1 ? " sample" : " samples") + " in " + partitions
                + (partitions == 1 ? " partition" : " partitions");
    }
}
