package dev.halflife.sim.write.world;

import dev.halflife.model.NameText;
import dev.halflife.model.Operation;
import dev.halflife.model.write.breaker.BreakerReply;
import dev.halflife.model.write.credits.CreditsOperation;
import dev.halflife.model.write.credits.CreditsReply;
import dev.halflife.model.write.cursor.CursorReply;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.model.write.queue.QueueReply;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.workingset.WorkingSetReply;
import java.util.Locale;

/** What is worth telling of a part's reply; most of them go without saying. */
final class PartWords {

    private PartWords() {}

    static <O extends Operation<O>, R> String of(PathReply.Call<O, R> call) {
        R reply = call.reply();
        if (reply instanceof CreditsReply.Returned returned) {
            return returned.flush() == null ? "" : "flush: " + Credits.of(returned.flush());
        }
        if (call.operation() instanceof CreditsOperation.Restore) {
            return "credits restored";
        }
        if (reply instanceof BreakerReply.Allowed allowed) {
            return allowed.allowed() ? "" : "breaker refuses";
        }
        if (reply instanceof QueueReply.Enqueued enqueued) {
            return enqueued.dropped() == null ? "" : "queue drops " + NameText.of(enqueued.dropped());
        }
        if (reply instanceof QueueReply.Requeued requeued) {
            return "requeued" + (requeued.dropped().isEmpty() ? "" : ", drops " + NameText.list(requeued.dropped()));
        }
        if (reply instanceof InterferenceReply || reply instanceof StatisticsReply) {
            return ofJudging(reply);
        }
        if (reply instanceof WorkingSetReply.Trimmed trimmed) {
            return "trims " + trimmed.removed();
        }
        return reply instanceof CursorReply.Advanced advanced && advanced.moved() ? "cursor moves" : "";
    }

    private static String ofJudging(Object reply) {
        if (reply instanceof InterferenceReply.Triggered) {
            return "consolidation triggered";
        }
        if (reply instanceof InterferenceReply.Suppressed suppressed) {
            return "no consolidation: "
                    + suppressed.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        if (reply instanceof StatisticsReply.Begun begun) {
            return begun.accepted() ? "snapshot begun" : "snapshot refused";
        }
        if (reply instanceof StatisticsReply.Stepped stepped) {
            String did = stepped.did() == null ? "" : stepped.did();
            return stepped.progress() == StatisticsReply.Progress.GOES_ON
                    ? did
                    : did + " (snapshot " + stepped.progress().name().toLowerCase(Locale.ROOT) + ")";
        }
        if (reply instanceof StatisticsReply.Restored restored) {
            long samples = restored.partitions().values().stream()
                    .mapToLong(summary -> summary.count())
                    .sum();
            return samples + (samples == 1 ? " sample" : " samples") + " loaded";
        }
        if (reply instanceof StatisticsReply.Damaged) {
            return "snapshot damaged";
        }
        return reply instanceof StatisticsReply.FirstRun ? "no snapshot" : "";
    }
}
