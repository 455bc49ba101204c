package dev.halflife.model.write.statistics;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/**
 * What a restart may find (W6), and whose fault it is if it finds something else: F7's where two saves overlapped or power
 * was lost, as the published way of saving promises nothing there; F14's where a snapshot of overflowed numbers cannot be
 * read.
 */
final class RestartJudgement {

    private final Contract contract;
    private final StatisticsState before;
    private final @Nullable PowerLoss power;
    private final List<Content> candidates;

    RestartJudgement(Contract contract, StatisticsState before, StatisticsOperation.Restart restart) {
        this.contract = contract;
        this.before = before;
        this.power = restart.power();
        this.candidates = before.shelf.candidates(power);
    }

    Step<StatisticsState> judge(StatisticsReply reply) {
        if (!isAnswer(reply)) {
            return rejected(StatisticsRule.W6, reply.getClass().getSimpleName());
        }
        if (reply instanceof StatisticsReply.Damaged damaged
                && damaged.aside() < before.shelf.aside() + kept(damaged)) {
            return new Step.Rejected<>(new Violation(
                    StatisticsRule.W6,
                    before.shelf.aside() + kept(damaged) + " damaged files aside",
                    damaged.aside() + " aside"));
        }
        if (!isAmong(candidates, reply, contract)) {
            boolean torn = before.shelf.published(power);
            boolean poisoned = (reply instanceof StatisticsReply.Damaged
                            && candidates.stream().anyMatch(RestartJudgement::isLarge))
                    || isAmong(candidates, reply, Contract.published());
            if (torn ? contract.asks(Finding.F7) : !poisoned || contract.asks(Finding.F14)) {
                return rejected(
                        torn ? StatisticsRule.F7 : poisoned ? StatisticsRule.F14 : StatisticsRule.W6, text(reply));
            }
        }
        return new Step.Accepted<>(after(reply), exercised());
    }

    private static boolean isAnswer(StatisticsReply reply) {
        return reply instanceof StatisticsReply.FirstRun
                || reply instanceof StatisticsReply.Restored
                || reply instanceof StatisticsReply.Damaged;
    }

    private static int kept(StatisticsReply.Damaged damaged) {
        return damaged.kept() ? 1 : 0;
    }

    private static boolean isAmong(List<Content> candidates, StatisticsReply reply, Contract contract) {
        return candidates.stream().anyMatch(content -> matches(content, reply, contract));
    }

    private static boolean matches(Content content, StatisticsReply reply, Contract contract) {
        if (content instanceof Content.Whole whole) {
            return reply instanceof StatisticsReply.Restored restored
                    && matches(whole.partitions(), restored.partitions(), contract);
        }
        return content == Content.Broken.DAMAGED
                ? reply instanceof StatisticsReply.Damaged
                : reply instanceof StatisticsReply.FirstRun;
    }

    /** A partition without samples may be left out or not. */
    private static boolean matches(
            PersistentMap<String, Moments> snapshot, SortedMap<String, Summary> seen, Contract contract) {
        if (!seen.keySet().containsAll(snapshot.keySet())) {
            return false;
        }
        for (Map.Entry<String, Summary> entry : seen.entrySet()) {
            Moments moments = snapshot.getOrDefault(entry.getKey(), Moments.EMPTY);
            if (Departure.of(moments, entry.getValue(), contract) != null) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLarge(Content content) {
        return content instanceof Content.Whole whole
                && whole.partitions().values().stream().anyMatch(Moments::large);
    }

    /** From now on statistics are what was loaded, to the last bit. */
    private StatisticsState after(StatisticsReply reply) {
        List<Content> others = before.shelf.lasting().stream()
                .filter(content -> !matches(content, reply, contract))
                .toList();
        PersistentMap<String, Moments> partitions = ExtensionsKt.persistentHashMapOf();
        Shelf shelf;
        if (reply instanceof StatisticsReply.Damaged damaged) {
            shelf = before.shelf.restarted(power, damaged, others);
        } else if (reply instanceof StatisticsReply.Restored restored) {
            for (Map.Entry<String, Summary> entry : restored.partitions().entrySet()) {
                if (entry.getValue().count() != 0) {
                    partitions = partitions.putting(entry.getKey(), loaded(entry.getValue()));
                }
            }
            shelf = before.shelf.restarted(power, new Content.Whole(partitions), others);
        } else {
            shelf = before.shelf.restarted(power, Content.Nothing.ABSENT, others);
        }
        return new StatisticsState(partitions, 0, 0, shelf);
    }

    /** What is no number, or below no samples, was accepted from a published subject; nothing is known of it but that. */
    private static Moments loaded(Summary summary) {
        boolean sound = summary.count() >= 0 && Double.isFinite(summary.mean()) && Double.isFinite(summary.m2());
        return Moments.of(sound ? summary : new Summary(summary.count(), Double.MAX_VALUE, Double.MAX_VALUE));
    }

    private long exercised() {
        return StatisticsRule.W6.bit()
                | (contract.asks(Finding.F7) && before.shelf.published(power) ? StatisticsRule.F7.bit() : 0);
    }

    private Step<StatisticsState> rejected(StatisticsRule rule, String seen) {
        String expected = String.join(
                " or ", candidates.stream().map(RestartJudgement::text).toList());
        return new Step.Rejected<>(new Violation(rule, expected, seen));
    }

    private static String text(Content content) {
        if (content instanceof Content.Whole whole) {
            long samples = whole.partitions().values().stream()
                    .mapToLong(Moments::count)
                    .sum();
            return restored(samples, whole.partitions().size());
        }
        return content == Content.Broken.DAMAGED ? "a damaged file reported" : "no snapshot";
    }

    private static String text(StatisticsReply reply) {
        if (reply instanceof StatisticsReply.Restored restored) {
            long samples = restored.partitions().values().stream()
                    .mapToLong(Summary::count)
                    .sum();
            return restored(samples, (int) restored.partitions().values().stream()
                    .filter(summary -> summary.count() != 0)
                    .count());
        }
        return reply instanceof StatisticsReply.Damaged ? "a damaged file" : "no snapshot";
    }

    private static String restored(long samples, int partitions) {
        return "a whole snapshot of " + samples + (samples == 1 ? " sample" : " samples") + " in " + partitions
                + (partitions == 1 ? " partition" : " partitions");
    }
}
