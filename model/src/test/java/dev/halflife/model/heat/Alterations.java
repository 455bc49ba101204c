package dev.halflife.model.heat;

import dev.halflife.model.heat.HeatReply.Emission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every way to alter one field of a reply. */
final class Alterations {

    private static final String STRANGER = "00000000000000ff";

    private final HeatState state;
    private final List<HeatReply> altered = new ArrayList<>();

    private Alterations(HeatState state) {
        this.state = state;
    }

    /** All alterations of this reply, to this operation in this state. */
    static List<HeatReply> of(HeatReply reply, HeatState state) {
        Alterations alterations = new Alterations(state);
        if (reply instanceof HeatReply.Touched touched) {
            evicted(touched.evicted(), other -> alterations.add(new HeatReply.Touched(other)));
        } else if (reply instanceof HeatReply.Bumped bumped) {
            evicted(bumped.evicted(), other -> alterations.add(new HeatReply.Bumped(other, bumped.rate())));
            rate(bumped.rate(), other -> alterations.add(new HeatReply.Bumped(bumped.evicted(), other)));
        } else if (reply instanceof HeatReply.Ticked ticked) {
            alterations.emissions(ticked.emissions());
        } else if (reply instanceof HeatReply.Tracked tracked) {
            alterations.tracked(tracked);
        } else if (reply instanceof HeatReply.Untracked) {
            alterations.add(new HeatReply.Tracked(0, null, Belief.Unsettled.NEVER));
        } else if (reply instanceof HeatReply.Counted counted) {
            alterations.add(new HeatReply.Counted(counted.len() + 1));
            alterations.add(new HeatReply.Counted(counted.len() - 1));
        } else {
            alterations.add(new HeatReply.Untracked());
        }
        return alterations.altered;
    }

    private void add(HeatReply reply) {
        altered.add(reply);
    }

    /** Dropped, added, or replaced by any other key there is. */
    private static void evicted(@Nullable String was, Consumer<@Nullable String> change) {
        if (was != null) {
            change.accept(null);
        }
        for (String key : World.KEYS) {
            if (!Objects.equals(key, was)) {
                change.accept(key);
            }
        }
        change.accept(STRANGER);
    }

    private static void rate(double was, Consumer<Double> change) {
        if (was > 0) {
            change.accept(was * (1 + 1e-6));
            change.accept(was * (1 - 1e-6));
            change.accept(0.0);
        }
        change.accept(was + 0.5);
        change.accept(Double.NaN);
        change.accept(Double.POSITIVE_INFINITY);
        change.accept(-1.0);
    }

    private void emissions(List<Emission> were) {
        for (int i = 0; i < were.size(); i++) {
            Emission was = were.get(i);
            List<Emission> others = new ArrayList<>(were);
            others.remove(i);
            add(new HeatReply.Ticked(others));
            rate(was.rate(), rate -> with(others, new Emission(was.key(), rate)));
            forEachKeyNotIn(were, key -> with(others, new Emission(key, was.rate())));
            with(were, was);
        }
        forEachKeyNotIn(were, key -> {
            with(were, new Emission(key, state.rate(key).orElse(1)));
            with(were, new Emission(key, 0));
        });
    }

    private void with(List<Emission> emissions, Emission more) {
        List<Emission> changed = new ArrayList<>(emissions);
        changed.add(more);
        add(new HeatReply.Ticked(changed));
    }

    private static void forEachKeyNotIn(List<Emission> emissions, Consumer<String> action) {
        for (String key : World.KEYS) {
            if (emissions.stream().noneMatch(emission -> emission.key().equals(key))) {
                action.accept(key);
            }
        }
        action.accept(STRANGER);
    }

    private void tracked(HeatReply.Tracked was) {
        Long asOf = was.asOfNanos();
        Belief belief = was.lastEmitted();
        add(new HeatReply.Untracked());
        rate(was.rate(), rate -> add(new HeatReply.Tracked(rate, asOf, belief)));
        if (asOf != null) {
            add(new HeatReply.Tracked(was.rate(), asOf + 1, belief));
            add(new HeatReply.Tracked(was.rate(), asOf - 1, belief));
        }
        for (Belief other : beliefsBut(belief)) {
            add(new HeatReply.Tracked(was.rate(), asOf, other));
        }
    }

    private static List<Belief> beliefsBut(Belief was) {
        double rate = was instanceof Belief.Announced announced ? announced.rate() : 1;
        List<Belief> beliefs = new ArrayList<>(List.of(
                Belief.Unsettled.NEVER,
                Belief.Unsettled.UNKNOWN,
                new Belief.Announced(rate * (1 + 1e-6)),
                new Belief.Announced(rate + 0.5),
                new Belief.Announced(0)));
        beliefs.remove(was);
        if (was.isWithdrawn()) {
            beliefs.remove(new Belief.Announced(-0.0));
            beliefs.remove(new Belief.Announced(0.0));
        }
        return beliefs;
    }
}
