package dev.halflife.reports.figure.evictions;

import dev.halflife.reports.chart.Column;
import dev.halflife.reports.chart.Figure;
import dev.halflife.reports.chart.Numbers;
import dev.halflife.reports.chart.Palette;
import dev.halflife.reports.chart.Plot;
import dev.halflife.reports.chart.Point;
import dev.halflife.sim.gate.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Which keys are tracked when, a strip a key. */
final class KeyStrips implements Figure {

    private static final int CAP = 6;
    private static final int READS_PER_TICK = 5;
    private static final int LANE = 26;
    private static final int WIDTH = 7;
    private static final double ABOVE = 0.2;

    @Override
    public String name() {
        return "evictions-strips";
    }

    @Override
    public String title() {
        return "Who was evicted when";
    }

    @Override
    public String component() {
        return "heat-registry";
    }

    @Override
    public Numbers numbers(RunRecord run) {
        Numbers.Builder numbers = Numbers.of(
                Column.number("key"), Column.text("what"), Column.number("from_seconds"), Column.number("to_seconds"));
        List<Integer> reads = KeyStream.SHORT.reads();
        for (int i = 0; i < reads.size(); i++) {
            numbers.row(reads.get(i) + 1, "read", i, i);
        }
        for (String subject : List.of("reference", "published")) {
            List<Eviction> evictions =
                    CapRun.of(subject, KeyStream.SHORT, CAP, READS_PER_TICK).evictions();
            for (int key = 0; key < KeyStream.SHORT.keys(); key++) {
                spans(numbers, subject, key, evictions);
            }
        }
        return numbers.build();
    }

    /** From a read to the eviction after it. */
    private static void spans(Numbers.Builder numbers, String subject, int key, List<Eviction> evictions) {
        List<Integer> reads = KeyStream.SHORT.reads();
        int from = -1;
        for (int i = 0; i < reads.size(); i++) {
            int now = i;
            if (from >= 0 && evictions.stream().anyMatch(gone -> gone.read() == now && gone.key() == key)) {
                numbers.row(key + 1, subject, from, i);
                from = -1;
            }
            if (reads.get(i).intValue() == key && from < 0) {
                from = i;
            }
        }
        if (from >= 0) {
            numbers.row(key + 1, subject, from, reads.size());
        }
    }

    @Override
    public String caption(Numbers numbers) {
        return "Fourteen keys, cap " + CAP + ", a tick every " + READS_PER_TICK
                + " reads; after two minutes other keys are"
                + " hot. A strip lasts from the read that made a counter to its eviction. The reference forgets what is not"
                + " read: " + numbers.where("what", "reference").size()
                + " strips. The published registry forgets keys that"
                + " are read all the time, and makes them again: "
                + numbers.where("what", "published").size() + ".";
    }

    @Override
    public Chart<?, ?> chart(Numbers numbers) {
        List<String> lanes = IntStream.rangeClosed(1, KeyStream.SHORT.keys())
                .mapToObj(key -> "key " + key)
                .toList();
        return Plot.lanes("time (s)", lanes, LANE, 0, KeyStream.SHORT.reads().size())
                .spans("tracked by the reference", Palette.BLUE, WIDTH, spans(numbers, "reference", ABOVE))
                .spans("tracked by the published", Palette.ORANGE, WIDTH, spans(numbers, "published", -ABOVE))
                .marks(
                        "a read",
                        Palette.INK,
                        SeriesMarkers.CIRCLE,
                        numbers.where("what", "read").stream()
                                .map(row -> new Point(row.number("from_seconds"), 1 - row.number("key")))
                                .toList())
                .markSize(3)
                .chart();
    }

    private static List<Point> spans(Numbers numbers, String subject, double above) {
        List<Point> ends = new ArrayList<>();
        for (Numbers.Row row : numbers.where("what", subject)) {
            double lane = 1 - row.number("key") + above;
            ends.add(new Point(row.number("from_seconds"), lane));
            ends.add(new Point(row.number("to_seconds"), lane));
        }
        return ends;
    }
}
