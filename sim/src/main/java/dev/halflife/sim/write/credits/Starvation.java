package dev.halflife.sim.write.credits;

import dev.halflife.model.write.credits.Call;
import dev.halflife.model.write.credits.CreditsConfig;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.sim.schedule.Schedule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way to keep the published credits from ever flushing (F6): after some steps, a block of steps in which every caller
 * completes a call, nothing is handed out, and the pile grows, and after which everybody stands where they stood before.
 * So the block can be repeated for ever, and the pile has no bound.
 *
 * @param config what the credits are made with
 * @param before the steps that lead to the block
 * @param block the steps to repeat
 * @param growth how many credits the pile grows by with each repetition; at least 1
 */
public record Starvation(
        CreditsConfig config, List<CreditsOperation> before, List<CreditsOperation> block, long growth) {

    private static final Call ONE_CREDIT = new Call.RecordIds(List.of(CreditIds.id(0)));

    public Starvation {
        before = List.copyOf(before);
        block = List.copyOf(block);
    }

    /**
     * Searches every order of steps of callers that record one credit at a time, shortest first, but for those in which a
     * claim succeeds: whoever claims the pile takes it. So the count only goes up, and only at the threshold can it be where
     * it was. Places are few, so the search ends.
     */
    public static Optional<Starvation> find(CreditsConfig config) {
        PublishedCredits fresh = new PublishedCredits(config.threshold(), 1 + config.callers());
        Set<PublishedCredits.Place> known = new HashSet<>(Set.of(fresh.place()));
        Queue<Node> open = new ArrayDeque<>(List.of(new Node(fresh, null, null, 0)));
        while (!open.isEmpty()) {
            Node node = open.remove();
            boolean full = node.credits.count() >= config.threshold();
            Optional<Node> back = full ? backTo(node, config) : Optional.empty();
            if (back.isPresent()) {
                long growth = back.get().credits.pile() - node.credits.pile();
                return Optional.of(
                        new Starvation(config, node.path(), back.get().path(), growth));
            }
            for (Node next : node.next(config)) {
                if (known.add(next.credits.place())) {
                    open.add(next);
                }
            }
        }
        return Optional.empty();
    }

    /** The schedule with so many repetitions of the block. */
    public Schedule<CreditsConfig, CreditsOperation> repeated(int times) {
        List<CreditsOperation> operations = new ArrayList<>(before);
        for (int i = 0; i < times; i++) {
            operations.addAll(block);
        }
        return new Schedule<>(config, operations);
    }

    /** The shortest way back to where it begins, with a bigger pile, and every caller having completed a call. */
    private static Optional<Node> backTo(Node start, CreditsConfig config) {
        record Visit(PublishedCredits.Place place, int completed) {}
        PublishedCredits.Place home = start.credits.place();
        int everybody = (1 << config.callers()) - 1;
        Set<Visit> known = new HashSet<>();
        Queue<Node> open = new ArrayDeque<>(List.of(new Node(start.credits, null, null, 0)));
        while (!open.isEmpty()) {
            for (Node next : open.remove().next(config)) {
                PublishedCredits.Place place = next.credits.place();
                boolean grown = next.credits.pile() > start.credits.pile();
                if (next.completed == everybody && grown && place.equals(home)) {
                    return Optional.of(next);
                }
                if (known.add(new Visit(place, next.completed))) {
                    open.add(next);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The credits after some steps.
     *
     * @param completed the callers that have completed a call on the way, as a set of bits
     */
    private record Node(
            PublishedCredits credits,
            @Nullable Node parent,
            @Nullable CreditsOperation operation,
            int completed) {

        /** After one more step of anybody, but for a claim that succeeds. */
        List<Node> next(CreditsConfig config) {
            List<Node> next = new ArrayList<>(config.callers());
            for (int caller = 1; caller <= config.callers(); caller++) {
                PublishedCredits copy = credits.copy();
                if (!copy.isRunning(caller)) {
                    copy.begin(caller, ONE_CREDIT);
                    next.add(new Node(copy, this, new CreditsOperation.Begin(0, caller, ONE_CREDIT), completed));
                    continue;
                }
                copy.step(caller);
                if (copy.next(caller) != PublishedCredits.Next.TAKE) {
                    int done = copy.isRunning(caller) ? 0 : 1 << (caller - 1);
                    next.add(new Node(copy, this, new CreditsOperation.Step(0, caller), completed | done));
                }
            }
            return next;
        }

        List<CreditsOperation> path() {
            List<CreditsOperation> path = new ArrayList<>();
            for (Node node = this; node != null && node.operation != null; node = node.parent) {
                path.add(node.operation);
            }
            Collections.reverse(path);
            return path;
        }
    }
}
