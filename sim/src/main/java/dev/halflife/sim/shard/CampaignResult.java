package dev.halflife.sim.shard;

import dev.halflife.model.Operation;
import dev.halflife.sim.campaign.Campaign;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.json.MalformedInput;
import dev.halflife.sim.run.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a campaign has come to so far: each cell that was run, and what it came to. Merging is a union of cells, so it is
 * associative, commutative and idempotent, and nothing counts twice; a cell is the same whoever ran it.
 *
 * @param id which campaign
 * @param divisions into how many shards it was divided by those who ran it, so that a missing one has a name; empty where
 *     nothing is missing
 * @param cells what was run
 */
public record CampaignResult(CampaignId id, SortedSet<Integer> divisions, SortedMap<Place, Cell> cells) {

    /**
     * Which cell of which component.
     *
     * @param component the component's place in {@link CampaignId#components()}
     * @param cell the cell
     */
    public record Place(int component, int cell) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return component == other.component
                    ? Integer.compare(cell, other.cell)
                    : Integer.compare(component, other.component);
        }
    }

    /**
     * A shard that is not there, or not all of it.
     *
     * @param shard which
     * @param cells how many of its cells are missing
     * @param ofCells how many it has
     */
    public record Missing(Shard shard, int cells, int ofCells) {}

    /** Keeps what it is given from being changed; throws where a cell is none of this campaign's. */
    public CampaignResult {
        Cells divided = id.cells();
        for (Place place : cells.keySet()) {
            if (place.component() >= id.components().size() || place.cell() >= divided.count()) {
                throw new IllegalArgumentException("cell must be one of the campaign's: " + place);
            }
        }
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        boolean complete = cells.size() == id.components().size() * divided.count();
        divisions = Collections.unmodifiableSortedSet(complete ? new TreeSet<>() : new TreeSet<>(divisions));
    }

    /** Nothing run yet, by one of so many shards. */
    public static CampaignResult none(CampaignId id, int shards) {
        return new CampaignResult(id, new TreeSet<>(List.of(shards)), new TreeMap<>());
    }

    /**
     * Both together.
     *
     * @throws MalformedInput if they are not of one campaign, or disagree about a cell
     */
    public CampaignResult merge(CampaignResult other) {
        Optional<String> difference = id.difference(other.id);
        if (difference.isPresent()) {
            throw new MalformedInput("of another campaign: " + difference.get());
        }
        SortedMap<Place, Cell> all = new TreeMap<>(cells);
        other.cells.forEach((place, cell) -> {
            Cell before = all.putIfAbsent(place, cell);
            if (before != null && !before.equals(cell)) {
                throw new MalformedInput(
                        "schedules " + id.cells().from(place.cell()) + " to "
                                + (id.cells().from(place.cell() + 1) - 1) + " of "
                                + id.components().get(place.component()).name()
                                + " came to something else: a file was changed, or the subject does not answer alike each time");
            }
        });
        SortedSet<Integer> both = new TreeSet<>(divisions);
        both.addAll(other.divisions);
        return new CampaignResult(id, both, all);
    }

    /** Whether every cell is there. */
    public boolean isComplete() {
        return cells.size() == id.components().size() * id.cells().count();
    }

    /** The shards that have not run, or not to their end, named by the finest division in use. */
    public List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        int of = divisions.isEmpty() ? 1 : divisions.last();
        for (int index = 0; index < of; index++) {
            Shard shard = new Shard(index, of);
            int its = 0;
            int absent = 0;
            for (int component = 0; component < id.components().size(); component++) {
                for (int cell = index; cell < id.cells().count(); cell += of) {
                    its++;
                    absent += cells.containsKey(new Place(component, cell)) ? 0 : 1;
                }
            }
            if (absent > 0) {
                missing.add(new Missing(shard, absent, its));
            }
        }
        return missing;
    }

    /** What all cells of a component came to together. */
    public Cell total(String component) {
        Cell total = Cell.EMPTY;
        for (Map.Entry<Place, Cell> entry : cells.entrySet()) {
            if (id.components().get(entry.getKey().component()).name().equals(component)) {
                total = total.plus(entry.getValue());
            }
        }
        return total;
    }

    /**
     * The tally that a campaign run in one piece would have left: the first schedule that broke each rule is run again.
     * Schedules that nobody has run count as undecided.
     *
     * @throws MalformedInput if such a schedule does not break the rule here
     */
    public <C, S, O extends Operation<O>, R> Tally<C, S, O, R> tally(Component<C, S, O, R> component) {
        Cell total = total(component.name());
        Campaign<C, S, O, R> campaign = new Campaign<>(id.trial(component), id.seed(), 1);
        List<Tally.Broken<C, S, O, R>> broken = new ArrayList<>();
        total.broken()
                .forEach((rule, one) -> broken.add(campaign.only(one.first()).broken().stream()
                        .filter(again -> again.first().violation().rule().id().equals(rule))
                        .findFirst()
                        .map(again -> new Tally.Broken<>(again.first(), one.detection()))
                        .orElseThrow(() -> new MalformedInput("schedule " + one.first() + " of " + component.name()
                                + " does not break " + rule + ": the file was changed"))));
        Tally.Sums sums = total.sums();
        Tally.Sums notRun = new Tally.Sums(0, 0, Duration.ZERO, 0, 0, id.schedules() - sums.schedules());
        Cell.Open open = total.open();
        return Tally.restored(sums.plus(notRun), open == null ? null : open.why(), broken);
    }
}
