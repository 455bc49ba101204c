package dev.halflife.sim.shard;

import dev.halflife.model.Contract;
import dev.halflife.sim.random.Rng;
import dev.halflife.sim.run.Detection;
import dev.halflife.sim.run.Tally;
import dev.halflife.sim.shard.CampaignResult.Place;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Results of a campaign that nobody has run: small, and with everything in them that a result can have. */
final class Results {

    static final int CELLS = 5;
    static final CampaignId ID = new CampaignId(
            7,
            CELLS * 256 - 100,
            "published",
            Contract.strict(),
            List.of(
                    new CampaignId.Entrant("arrivals", "0000000000000001"),
                    new CampaignId.Entrant("retry-queue", "0000000000000002")));

    private Results() {}

    /** Those of the ten cells whose numbers these are. */
    static CampaignResult of(Collection<Integer> numbers, Collection<Integer> divisions) {
        SortedMap<Place, Cell> cells = new TreeMap<>();
        numbers.forEach(number -> cells.put(place(number), cell(place(number), number)));
        return new CampaignResult(ID, new TreeSet<>(divisions), cells);
    }

    static Place place(int number) {
        return new Place(number / CELLS, number % CELLS);
    }

    /** The same for the same seed. */
    static Cell cell(Place place, long seed) {
        Rng rng = new Rng(seed);
        long from = ID.cells().from(place.cell());
        long size = ID.cells().size(place.cell());
        SortedMap<String, Cell.Met> met = new TreeMap<>();
        SortedMap<String, Cell.Broken> broken = new TreeMap<>();
        for (String id : List.of("one", "two", "three")) {
            if (rng.chance(500)) {
                met.put(id, new Cell.Met(1 + rng.nextLong(size), from + rng.nextLong(size)));
            }
        }
        for (String id : List.of("Q1", "F11")) {
            if (rng.chance(500)) {
                Detection two = Detection.after(1 + rng.nextInt(200)).plus(Detection.after(1 + rng.nextInt(200)));
                broken.put(id, new Cell.Broken(from + rng.nextLong(size), two));
            }
        }
        Cell.Open open = rng.chance(300) ? new Cell.Open(from + rng.nextLong(size), "too much is left open") : null;
        return new Cell(
                new Tally.Sums(
                        size,
                        rng.nextInt(9999),
                        Duration.ofNanos(rng.nextLong(Long.MAX_VALUE)),
                        0,
                        rng.nextLong(),
                        open == null ? 0 : 3),
                met,
                broken,
                open);
    }
}
