package dev.halflife.sim.write.statistics;

import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.sim.json.FieldWriter;
import java.util.Locale;

/** The reply fields of statistics operations. */
record ReplyWriter(FieldWriter step) {

    void write(StatisticsReply reply) {
        if (reply instanceof StatisticsReply.Told told) {
            StatisticsCodec.write(StatisticsCodec.write(step, told.summary()), "variance", told.variance());
        } else if (reply instanceof StatisticsReply.Standardised standardised) {
            StatisticsCodec.write(step, "z", standardised.z());
        } else if (reply instanceof StatisticsReply.Scored scored) {
            StatisticsCodec.write(step, "score", scored.score())
                    .text("route", id(scored.route()))
                    .text("band", id(scored.band()));
        } else if (reply instanceof StatisticsReply.Due due) {
            step.flag("claimed", due.claimed());
        } else if (reply instanceof StatisticsReply.Begun begun) {
            step.flag("accepted", begun.accepted());
        } else if (reply instanceof StatisticsReply.Stepped stepped) {
            step.text("progress", id(stepped.progress()));
            if (stepped.did() != null) {
                step.text("did", stepped.did());
            }
        } else if (reply instanceof StatisticsReply.FirstRun) {
            step.text("found", "first-run");
        } else if (reply instanceof StatisticsReply.Damaged damaged) {
            step.text("found", "damaged").flag("kept", damaged.kept()).integer("aside", damaged.aside());
        } else if (reply instanceof StatisticsReply.Restored restored) {
            step.text("found", "restored")
                    .objects(
                            "partitions",
                            restored.partitions().entrySet(),
                            (entry, fields) ->
                                    StatisticsCodec.write(fields.text("partition", entry.getKey()), entry.getValue()));
        }
    }

    /** A choice as it stands in a trace, such as {@code goes-on}. */
    static String id(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
