package dev.halflife.reports.figure.outage;

import dev.halflife.model.Contract;
import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatPolicy;
import dev.halflife.sim.component.Digest;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.random.Rng;
import dev.halflife.sim.run.Run;
import dev.halflife.sim.run.Trial;
import dev.halflife.sim.world.Fate;
import dev.halflife.sim.world.MeshComponent;
import dev.halflife.sim.world.MeshConfig;
import dev.halflife.sim.world.MeshOperation;
import dev.halflife.sim.world.MeshReply;
import dev.halflife.sim.world.MeshState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The world of the figures about an outage: a heat registry with room for {@value #CAP} of {@value #KEYS} keys, a read
 * every 5 s, a round every 15 s. From {@value #OUTAGE_BEGINS} to {@value #OUTAGE_ENDS} half-lives every announcement
 * fails, every second one after the peers have applied it; after {@value #READS_END} nobody reads any more.
 */
public final class OutageWorld {

    /** When the sink begins to fail, in half-lives. */
    public static final int OUTAGE_BEGINS = 6;

    /** When it works again, in half-lives. */
    public static final int OUTAGE_ENDS = 12;

    /** When reads stop, in half-lives. */
    public static final int READS_END = 18;

    /** When the film ends, in half-lives. */
    public static final int ENDS = 30;

    /** The component that is filmed. */
    public static final String COMPONENT = "heat-registry/world";

    private static final int CAP = 4;
    private static final int KEYS = 10;
    private static final int SECONDS_PER_HALF_LIFE = 60;
    private static final int SECONDS_PER_READ = 5;
    private static final int SECONDS_PER_ROUND = 15;
    private static final long SECOND = 1_000_000_000L;
    private static final long SEED = 0x0076;

    private OutageWorld() {}

    /**
     * The world after a round.
     *
     * @param halfLives when
     * @param heat the true rates of all keys together, tracked or not
     * @param believed what peers believe, all keys together
     * @param orphaned what they believe of keys that are not tracked
     * @param fate what became of the round's announcement
     * @param announced how many keys it announced
     */
    public record Frame(double halfLives, double heat, double believed, double orphaned, Fate fate, int announced) {}

    /** The film of a subject, a frame a round. */
    public static List<Frame> film(String subject) {
        MeshComponent mesh = new MeshComponent(HeatComponent.heat());
        Contract contract = subject.equals("published") ? Contract.published() : Contract.strict();
        MeshConfig config = new MeshConfig(
                new HeatConfig(
                        false,
                        CAP,
                        HeatConfig.DEFAULT_LEASE_NANOS,
                        new HeatPolicy(true, 2, SECONDS_PER_HALF_LIFE * SECOND)),
                1);
        List<Frame> frames = new ArrayList<>();
        double[] rates = new double[KEYS];
        double factor = StrictMath.pow(0.5, 1.0 / SECONDS_PER_HALF_LIFE);
        Rng rng = new Rng(SEED);
        try (Run<MeshConfig, MeshState, MeshOperation, MeshReply> run =
                new Trial<>(mesh, subject, contract).start(config, new Digest())) {
            for (int second = 0; second <= ENDS * SECONDS_PER_HALF_LIFE; second++) {
                for (int i = 0; i < KEYS; i++) {
                    rates[i] *= factor;
                }
                if (second % SECONDS_PER_READ == 0 && second < READS_END * SECONDS_PER_HALF_LIFE) {
                    int key = Math.min(rng.nextInt(KEYS), rng.nextInt(KEYS));
                    rates[key] += 1;
                    run.apply(new MeshOperation.Read(
                            second * SECOND, 1, HeatComponent.heat().key(key)));
                }
                if (second % SECONDS_PER_ROUND == SECONDS_PER_ROUND - 1) {
                    long number = second / SECONDS_PER_ROUND + 1L;
                    Fate fate = fate(second, number);
                    run.apply(new MeshOperation.Round(second * SECOND, 1, number, fate));
                    frames.add(frame(second, rates, fate, run));
                }
            }
        }
        return frames;
    }

    private static Fate fate(int second, long number) {
        boolean fails = second >= OUTAGE_BEGINS * SECONDS_PER_HALF_LIFE && second < OUTAGE_ENDS * SECONDS_PER_HALF_LIFE;
        return !fails ? Fate.DELIVERED : number % 2 == 0 ? Fate.FAILS : Fate.FAILS_AFTER_APPLYING;
    }

    private static Frame frame(
            int second, double[] rates, Fate fate, Run<MeshConfig, MeshState, MeshOperation, MeshReply> run) {
        MeshState state = run.state();
        TreeSet<String> tracked = new TreeSet<>();
        state.heat().trackedKeys().forEach(tracked::add);
        double heat = 0;
        for (double rate : rates) {
            heat += rate;
        }
        double believed = 0;
        double orphaned = 0;
        for (Map.Entry<String, Double> belief : new TreeMap<>(state.peers()).entrySet()) {
            believed += belief.getValue();
            orphaned += tracked.contains(belief.getKey()) ? 0 : belief.getValue();
        }
        MeshReply reply = run.reply();
        int announced = reply == null
                ? 0
                : reply.batches().stream().mapToInt(List::size).sum();
        return new Frame(second / (double) SECONDS_PER_HALF_LIFE, heat, believed, orphaned, fate, announced);
    }
}
