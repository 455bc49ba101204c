package dev.halflife.reports.rivals;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures how many operations a second are applied to the blob heat registry of the reference and judged by the strict
 * contract: by a campaign on one thread, and by what people would use instead. The campaign takes turns with jqwik in one
 * process, both warmed up, so that what else the machine does falls on both. Lincheck comes after them: it rewrites the
 * classes it tries, and they stay slow.
 */
public final class Rivals {

    private static final int TURNS = 7;
    private static final double NANOS_PER_SECOND = 1e9;

    private final long nanos;

    /** Each is measured for so long, in turns, and gets half of that to warm up. */
    public Rivals(long nanos) {
        this.nanos = nanos;
    }

    /**
     * How fast one of them is.
     *
     * @param name whose it is
     * @param perSecond operations applied and judged, the median of its turns
     * @param ratio how often the campaign's rate in the same turn is that, the median of the turns
     * @param least of these ratios
     * @param most of them
     */
    public record Rate(String name, double perSecond, double ratio, double least, double most) {

        private static Rate of(Rival rival, double[] theirs, double[] ours) {
            double[] ratios = new double[TURNS];
            Arrays.setAll(ratios, turn -> ours[turn] / theirs[turn]);
            Arrays.sort(ratios);
            double[] sorted = theirs.clone();
            Arrays.sort(sorted);
            int middle = TURNS / 2;
            return new Rate(rival.name(), sorted[middle], ratios[middle], ratios[0], ratios[TURNS - 1]);
        }
    }

    /** Measures each, and tells its rate when it is known; the campaign is the first. */
    public void measure(Consumer<Rate> known) {
        Rival campaign = new CampaignRival();
        Rival chains = new ChainRival();
        double[] ours = new double[TURNS];
        double[] ofChains = new double[TURNS];
        perSecond(campaign, nanos / 2);
        perSecond(chains, nanos / 2);
        for (int turn = 0; turn < TURNS; turn++) {
            ours[turn] = perSecond(campaign, nanos / TURNS);
            ofChains[turn] = perSecond(chains, nanos / TURNS);
        }
        known.accept(Rate.of(campaign, ours, ours));
        known.accept(Rate.of(chains, ofChains, ours));
        for (Rival lincheck : List.of(LincheckRival.modelChecking(), LincheckRival.stress())) {
            perSecond(lincheck, nanos / 2);
            double[] theirs = new double[TURNS];
            Arrays.setAll(theirs, turn -> perSecond(lincheck, nanos / TURNS));
            known.accept(Rate.of(lincheck, theirs, ours));
        }
    }

    private static double perSecond(Rival rival, long nanos) {
        long operations = 0;
        long begin = System.nanoTime();
        long taken = 0;
        for (int round = 0; taken < nanos; round++) {
            operations += rival.round(round);
            taken = System.nanoTime() - begin;
        }
        return operations * NANOS_PER_SECOND / taken;
    }
}
