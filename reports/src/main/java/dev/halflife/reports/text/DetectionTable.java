package dev.halflife.reports.text;

import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.component.Situation;
import dev.halflife.sim.run.Detection;
import dev.halflife.sim.shard.CampaignId;
import dev.halflife.sim.shard.CampaignResult;
import dev.halflife.sim.shard.Cell;
import dev.halflife.sim.text.Columns;
import dev.halflife.sim.text.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How often a campaign broke each rule and how soon; and, where it broke none, which situations it never met. */
public final class DetectionTable {

    private static final int NAME = 25;

    private DetectionTable() {}

    /** Lines to print, a blank one first; none where there is nothing to say. */
    public static List<String> lines(CampaignResult result) {
        List<String> lines = new ArrayList<>();
        for (CampaignId.Entrant entrant : result.id().components()) {
            Cell total = result.total(entrant.name());
            for (String rule : Verdicts.inOrder(total.broken().keySet())) {
                lines.add(line(
                        entrant.name(),
                        rule,
                        Objects.requireNonNull(total.broken().get(rule)),
                        total));
            }
        }
        if (!lines.isEmpty()) {
            lines.add(0, "");
            lines.add(
                    1, Columns.left("broken", NAME) + "rule    schedules             of     first  operations, median");
        }
        List<String> unmet = new ArrayList<>();
        for (CampaignId.Entrant entrant : result.id().components()) {
            unmet.addAll(unmet(Components.named(entrant.name()), result.total(entrant.name())));
        }
        if (!unmet.isEmpty()) {
            lines.add("");
            lines.addAll(unmet);
        }
        return lines;
    }

    private static String line(String component, String rule, Cell.Broken broken, Cell total) {
        Detection detection = broken.detection();
        int magnitude = detection.medianMagnitude();
        return Columns.left(component, NAME)
                + Columns.left(rule, 7)
                + Columns.right(Quantity.exact(detection.schedules()), 10)
                + Columns.right(Quantity.exact(total.sums().schedules()), 15)
                + Columns.right(String.valueOf(broken.first()), 10)
                + Columns.right((1L << magnitude) + " to " + ((2L << magnitude) - 1), 20);
    }

    private static <C, S, O extends Operation<O>, R> List<String> unmet(Component<C, S, O, R> component, Cell total) {
        List<String> ids = !total.broken().isEmpty()
                ? List.of()
                : component.situations().stream()
                        .map(Situation::id)
                        .filter(id -> !total.met().containsKey(id))
                        .toList();
        return ids.isEmpty()
                ? List.of()
                : Columns.wrap(component.name() + " never met " + String.join(", ", ids), Columns.SCREEN);
    }
}
