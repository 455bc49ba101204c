package dev.halflife.model.write.statistics;

import dev.halflife.model.Contract;
import dev.halflife.model.Finding;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import java.util.List;
import java.util.Map;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;
import org.jspecify.annotations.Nullable;

/**
 * What a restart may find (W6). Where two saves mixed or power was lost it is F7 that asks for it, as the published way of
 * saving promises nothing there; F14 where a snapshot of overflowed numbers cannot be read.
 */
final class RestartJudgement {

    private final Contract contract;
    private final @Nullable Slip slip;
    private final StatisticsState before;
    private final @Nullable PowerLoss power;
    private final List<Content> candidates;

    RestartJudgement(
            Contract contract, @Nullable Slip slip, StatisticsState before, StatisticsOperation.Restart restart) {
        this.contract = contract;
        this.slip = slip;
        this.before = before;
        this.power = restart.power();
        this.candidates = before.shelf.candidates(power);
    }

    Step<StatisticsState> judge(StatisticsReply reply) {
        if (!isAnswer(reply)) {
            return new Step.Rejected<>(new Violation(
                    StatisticsRule.W6,
                    "the reply to a restart",
                    reply.getClass().getSimpleName()));
        }
        if (reply instanceof StatisticsReply.Damaged damaged) {
            long aside = before.shelf.aside() + (damaged.kept() ? 1 : 0);
            if (damaged.aside() < aside) {
                return new Step.Rejected<>(new Violation(
                        StatisticsRule.W6,
                        aside + (aside == 1 ? " damaged file aside" : " damaged files aside"),
                        damaged.aside() + " aside"));
            }
        }
        if (candidates.stream().noneMatch(content -> matches(content, reply, contract))) {
            boolean open = before.shelf.promisesNothing(power);
            boolean poisoned =
                    candidates.stream().anyMatch(content -> matches(content, reply, contract.with(Finding.F14, false)));
            if (open ? contract.asks(Finding.F7) : !poisoned || contract.asks(Finding.F14)) {
                return new Step.Rejected<>(new FoundText(candidates, contract)
                        .violation(
                                open ? StatisticsRule.F7 : poisoned ? StatisticsRule.F14 : StatisticsRule.W6, reply));
            }
        }
        return new Step.Accepted<>(after(reply), exercised());
    }

    private static boolean isAnswer(StatisticsReply reply) {
        return reply instanceof StatisticsReply.FirstRun
                || reply instanceof StatisticsReply.Restored
                || reply instanceof StatisticsReply.Damaged;
    }

    /** As published, a file of numbers that overflowed cannot be read (F14). */
    private boolean matches(Content content, StatisticsReply reply, Contract its) {
        if (content instanceof Content.Whole whole) {
            return reply instanceof StatisticsReply.Restored restored
                    ? Restoring.departure(whole, restored, its, slip) == null
                    : reply instanceof StatisticsReply.Damaged && !its.asks(Finding.F14) && isLarge(whole);
        }
        return content == Content.Broken.DAMAGED
                ? reply instanceof StatisticsReply.Damaged
                : reply instanceof StatisticsReply.FirstRun;
    }

    private static boolean isLarge(Content.Whole whole) {
        return whole.partitions().values().stream().anyMatch(Moments::large);
    }

    /** From now on statistics are what was loaded, to the last bit. */
    private StatisticsState after(StatisticsReply reply) {
        List<Disk> found = before.shelf.disks().stream()
                .filter(disk -> matches(disk.visible(), reply, contract))
                .toList();
        // Lost power settles all; whatever no disk explains was accepted from a published subject.
        List<Disk> unsettled = power != null ? List.of() : found.isEmpty() ? before.shelf.disks() : found;
        if (reply instanceof StatisticsReply.Damaged damaged) {
            // Set aside by another name, or copied: then the old name may be back. Else it may be left or deleted.
            Disk still = Disk.found(Content.Broken.DAMAGED, unsettled);
            Disk gone = Disk.found(Content.Nothing.ABSENT, unsettled).or(Content.Broken.DAMAGED);
            return restarted(
                    ExtensionsKt.persistentHashMapOf(),
                    damaged.kept() ? List.of(gone) : List.of(still, gone),
                    damaged.aside());
        }
        PersistentMap<String, Moments> partitions = reply instanceof StatisticsReply.Restored restored
                ? loaded(restored)
                : ExtensionsKt.persistentHashMapOf();
        Content content =
                reply instanceof StatisticsReply.Restored ? new Content.Whole(partitions) : Content.Nothing.ABSENT;
        return restarted(
                slip == null ? partitions : slip.restored(partitions), List.of(Disk.found(content, unsettled)), 0);
    }

    private StatisticsState restarted(PersistentMap<String, Moments> partitions, List<Disk> disks, long aside) {
        return new StatisticsState(partitions, 0, 0, before.shelf.restarted(disks, aside));
    }

    private static PersistentMap<String, Moments> loaded(StatisticsReply.Restored restored) {
        PersistentMap<String, Moments> partitions = ExtensionsKt.persistentHashMapOf();
        for (Map.Entry<String, Summary> entry : restored.partitions().entrySet()) {
            if (entry.getValue().count() != 0) {
                partitions = partitions.putting(entry.getKey(), loaded(entry.getValue()));
            }
        }
        return partitions;
    }

    /** What is no number, or below no samples, was accepted from a published subject; nothing is known of it but that. */
    private static Moments loaded(Summary summary) {
        boolean sound = summary.count() >= 0 && Double.isFinite(summary.mean()) && Double.isFinite(summary.m2());
        return Moments.of(sound ? summary : new Summary(summary.count(), Double.MAX_VALUE, Double.MAX_VALUE));
    }

    private long exercised() {
        return StatisticsRule.W6.bit()
                | (contract.asks(Finding.F7) && before.shelf.promisesNothing(power) ? StatisticsRule.F7.bit() : 0);
    }
}
