package dev.halflife.reports.bench;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

/** The contests over and over, each time with more of something. */
final class GrowthContests {

    static final String THREADS = "threads";

    private static final double[] KEYS = {100, 1_000, 10_000, 100_000, 1_000_000};
    private static final double[] THREAD_COUNTS = {1, 2, 4, 8};
    private static final double[] DUE_PERCENT = {0, 0.0125, 0.1, 1, 10, 100};
    private static final double[] FEW_KEYS = {1_000, 10_000, 100_000};
    private static final double[] FEW_THREADS = {1, 2};
    private static final double[] FEW_PERCENT = {0.1, 1, 10};
    private static final int KEYS_TO_BE_DUE = 8192;
    private static final int FEW_DUE = 10;
    private static final int STRIPES = 32;

    private GrowthContests() {}

    /** An operation, and of what there is more. */
    record Curve(String name, String operation, String along, List<Spot> spots) {}

    /** A contest with so much of it. */
    record Spot(double at, Contest contest) {}

    /** All of them; where {@code brief}, at a few places that take no long time. */
    static List<Curve> all(boolean brief) {
        double[] keys = brief ? FEW_KEYS : KEYS;
        double[] threads = brief ? FEW_THREADS : THREAD_COUNTS;
        double[] percent = brief ? FEW_PERCENT : DUE_PERCENT;
        return List.of(
                keys("bump", "bump", keys, HeatContests::bumps),
                keys("new-key", "new key at the cap", keys, HeatContests::newKeys),
                keys("idle-tick", "tick, none due", keys, HeatContests::idleTicks),
                keys(
                        "due-tick",
                        "tick, 10 keys due",
                        keys,
                        (registry, count) -> HeatContests.dueTicks(registry, count, FEW_DUE)),
                curve("due-share", "tick, 8192 keys", "due percent", percent, GrowthContests::dueTick),
                threads(
                        "bump-threads",
                        "bump, 8192 keys, 32 stripes",
                        threads,
                        count -> HeatContests.bump(count, STRIPES, Double.NaN)),
                threads(
                        "credit-threads",
                        "record a credit",
                        threads,
                        count -> CreditsContests.record(count, Double.NaN)));
    }

    private interface Filled {
        Work work(HeatContests.Registry registry, int keys);
    }

    private static Curve keys(String name, String operation, double[] places, Filled filled) {
        return curve(name, operation, "keys", places, at -> {
            int keys = (int) at;
            return new Contest(
                    operation,
                    1,
                    Double.NaN,
                    () -> filled.work(HeatContests.published(keys), keys),
                    () -> filled.work(HeatContests.reference(keys, 1), keys));
        });
    }

    private static Curve threads(String name, String operation, double[] places, IntFunction<Contest> contest) {
        return curve(name, operation, THREADS, places, threads -> contest.apply((int) threads));
    }

    private static Contest dueTick(double percent) {
        int due = (int) Math.round(KEYS_TO_BE_DUE * percent / 100);
        return new Contest(
                "tick",
                1,
                Double.NaN,
                () -> HeatContests.dueTicks(HeatContests.published(KEYS_TO_BE_DUE), KEYS_TO_BE_DUE, due),
                () -> HeatContests.dueTicks(HeatContests.reference(KEYS_TO_BE_DUE, 1), KEYS_TO_BE_DUE, due));
    }

    private static Curve curve(
            String name, String operation, String along, double[] places, DoubleFunction<Contest> contest) {
        return new Curve(
                "growth-" + name,
                operation,
                along,
                DoubleStream.of(places)
                        .mapToObj(at -> new Spot(at, contest.apply(at)))
                        .toList());
    }
}
