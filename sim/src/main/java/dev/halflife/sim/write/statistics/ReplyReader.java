package dev.halflife.sim.write.statistics;

import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.Summary;
import dev.halflife.sim.json.Fields;
import dev.halflife.sim.json.MalformedInput;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The reply fields that belong to each statistics operation. */
record ReplyReader(Fields step) implements StatisticsOperation.Cases<StatisticsReply> {

    @Override
    public StatisticsReply update(StatisticsOperation.Update update) {
        return new StatisticsReply.Done();
    }

    @Override
    public StatisticsReply merge(StatisticsOperation.Merge merge) {
        return new StatisticsReply.Done();
    }

    /** A merge's own fields have the same names, but stand in another step. */
    @Override
    public StatisticsReply read(StatisticsOperation.Read read) {
        return new StatisticsReply.Told(StatisticsCodec.summary(step), StatisticsCodec.number(step, "variance"));
    }

    @Override
    public StatisticsReply zScore(StatisticsOperation.ZScore zScore) {
        return new StatisticsReply.Standardised(StatisticsCodec.number(step, "z"));
    }

    @Override
    public StatisticsReply score(StatisticsOperation.Score score) {
        return new StatisticsReply.Scored(
                StatisticsCodec.number(step, "score"),
                choice("route", StatisticsReply.Route.values()),
                choice("band", StatisticsReply.Band.values()));
    }

    @Override
    public StatisticsReply due(StatisticsOperation.Due due) {
        return new StatisticsReply.Due(step.flag("claimed"));
    }

    @Override
    public StatisticsReply begin(StatisticsOperation.Begin begin) {
        return new StatisticsReply.Begun(step.flag("accepted"));
    }

    @Override
    public StatisticsReply step(StatisticsOperation.Step taken) {
        return new StatisticsReply.Stepped(
                choice("progress", StatisticsReply.Progress.values()), step.isNull("did") ? null : step.text("did"));
    }

    @Override
    public StatisticsReply damage(StatisticsOperation.Damage damage) {
        return new StatisticsReply.Done();
    }

    @Override
    public StatisticsReply restart(StatisticsOperation.Restart restart) {
        String found = step.text("found");
        return switch (found) {
            case "first-run" -> new StatisticsReply.FirstRun();
            case "damaged" -> new StatisticsReply.Damaged(step.flag("kept"), step.integer("aside"));
            case "restored" -> restored();
            default -> throw new MalformedInput("found must be first-run, restored or damaged: " + found);
        };
    }

    private StatisticsReply restored() {
        SortedMap<String, Summary> partitions = new TreeMap<>();
        for (Fields partition : step.objects("partitions")) {
            String name = StatisticsCodec.partition(partition);
            if (partitions.put(name, StatisticsCodec.summary(partition)) != null) {
                throw new MalformedInput("a snapshot has a partition once: " + name);
            }
        }
        return new StatisticsReply.Restored(partitions);
    }

    private <E extends Enum<E>> E choice(String name, E[] choices) {
        String id = step.text(name);
        for (E choice : choices) {
            if (ReplyWriter.id(choice).equals(id)) {
                return choice;
            }
        }
        throw new MalformedInput(name + " must be "
                + Arrays.stream(choices).map(ReplyWriter::id).collect(Collectors.joining(" or ")) + ": " + id);
    }
}
