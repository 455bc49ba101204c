package dev.halflife.sim.heat.museum;

import dev.halflife.model.Contract;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.random.Rng;
import dev.halflife.sim.subject.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A correct registry that decides by lot wherever the rules leave a choice: who goes of several equals, which way a quotient
 * on the threshold falls, whether what outlived 64 half-lives is 0, in what order keys are announced and answered, which of
 * the two zeros withdraws.
 */
public final class FreeTextbook extends Textbook {

    private final Rng rng;

    private FreeTextbook(HeatConfig config, Contract contract, Rng rng) {
        super(config, contract);
        this.rng = rng;
    }

    /** One whose lots are drawn from this seed. */
    public static Subject<HeatOperation, HeatReply> of(HeatConfig config, Contract contract, long seed) {
        return new FreeTextbook(config, contract, new Rng(seed));
    }

    @Override
    double remaining(double halfLives) {
        double whole = StrictMath.floor(halfLives);
        return rng.chance(500)
                ? super.remaining(halfLives)
                : super.remaining(whole) * super.remaining(halfLives - whole);
    }

    @Override
    double clamped(double rate, double halfLives) {
        return halfLives > 64 && rate >= 0x1p-52 ? (rng.chance(500) ? rate : 0) : super.clamped(rate, halfLives);
    }

    @Override
    boolean isFarEnough(double rate, double announced) {
        double ratio = config.policy().emitRatio();
        double quotient = Math.max(rate / announced, announced / rate);
        return Math.abs(quotient / ratio - 1) < 0.9e-9 ? rng.chance(500) : super.isFarEnough(rate, announced);
    }

    @Override
    Entry victim(Collection<Entry> tracked) {
        long least = recency(super.victim(tracked));
        return any(tracked.stream().filter(entry -> recency(entry) == least).toList());
    }

    @Override
    public HeatReply tick(HeatOperation.Tick tick) {
        List<HeatReply.Emission> emissions = new ArrayList<>(((HeatReply.Ticked) super.tick(tick)).emissions());
        return new HeatReply.Ticked(shuffled(emissions));
    }

    @Override
    double told(double rate) {
        return rate == 0 && rng.chance(500) ? -0.0 : rate;
    }

    @Override
    public HeatReply commit(HeatOperation.Commit commit) {
        return super.commit(
                new HeatOperation.Commit(commit.atNanos(), commit.tick(), keys(commit.tick(), commit.keys())));
    }

    @Override
    public HeatReply rollback(HeatOperation.Rollback rollback) {
        return super.rollback(new HeatOperation.Rollback(
                rollback.atNanos(), rollback.tick(), keys(rollback.tick(), rollback.keys())));
    }

    private List<String> keys(long tick, @Nullable Collection<String> part) {
        Map<String, Double> announced = announced(tick);
        return shuffled(new ArrayList<>(part == null ? announced.keySet() : part));
    }

    @Override
    void prune(boolean nothingCommitted) {
        for (Entry entry : shuffled(new ArrayList<>(tracked.values()))) {
            if (isPrunable(entry)) {
                leave(entry.key, Leaving.PRUNED);
            }
        }
    }

    private <T> T any(List<T> list) {
        return list.get(rng.nextInt(list.size()));
    }

    private <T> List<T> shuffled(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = rng.nextInt(i + 1);
            T moved = list.get(i);
            list.set(i, list.get(j));
            list.set(j, moved);
        }
        return list;
    }
}
