package dev.halflife.sim.write.statistics;

import dev.halflife.model.NumberText;
import dev.halflife.model.write.statistics.PowerLoss;
import dev.halflife.model.write.statistics.StatisticsConfig;
import dev.halflife.model.write.statistics.StatisticsOperation;
import dev.halflife.model.write.statistics.StatisticsReply;
import dev.halflife.model.write.statistics.StatisticsState;
import dev.halflife.sim.component.Narration;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is done to running statistics, in a few words. */
final class StatisticsNarration
        implements Narration<StatisticsConfig, StatisticsState, StatisticsOperation, StatisticsReply> {

    @Override
    public String config(StatisticsConfig config) {
        return "a snapshot every " + config.interval() + " · "
                + (config.powerFails() ? "power may fail" : "power never fails");
    }

    @Override
    public String operation(StatisticsOperation operation) {
        return operation.match(new Words());
    }

    @Override
    public String reply(StatisticsOperation operation, StatisticsReply reply) {
        if (reply instanceof StatisticsReply.Told told) {
            return told.summary() + ", variance " + NumberText.of(told.variance());
        }
        if (reply instanceof StatisticsReply.Standardised standardised) {
            return "z " + NumberText.of(standardised.z());
        }
        if (reply instanceof StatisticsReply.Scored scored) {
            return "score " + NumberText.of(scored.score()) + ", " + ReplyWriter.id(scored.route()) + ", "
                    + ReplyWriter.id(scored.band());
        }
        if (reply instanceof StatisticsReply.Due due) {
            return due.claimed() ? "due" : "not due";
        }
        if (reply instanceof StatisticsReply.Begun begun) {
            return begun.accepted() ? "begun" : "busy";
        }
        if (reply instanceof StatisticsReply.Stepped stepped) {
            String did = Objects.requireNonNullElse(stepped.did(), "");
            return switch (stepped.progress()) {
                case GOES_ON -> did;
                case SAVED -> did.isEmpty() ? "saved" : did + ": saved";
                case FAILED -> did.isEmpty() ? "failed" : did + ": failed";
            };
        }
        if (reply instanceof StatisticsReply.FirstRun) {
            return "no snapshot found";
        }
        if (reply instanceof StatisticsReply.Damaged damaged) {
            return damaged.kept() ? "a damaged file, set aside" : "a damaged file";
        }
        if (reply instanceof StatisticsReply.Restored restored) {
            return restored.partitions().isEmpty()
                    ? "restored, empty"
                    : restored.partitions().entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .collect(Collectors.joining("; ", "restored ", ""));
        }
        return "";
    }

    @Override
    public String note(StatisticsState state) {
        return state.writers().stream()
                .map(writer -> "writer " + writer)
                .collect(Collectors.joining(", ", state.writers().isEmpty() ? "" : "saving: ", ""));
    }

    /** Operations, their verbs padded to a common width. */
    private static final class Words implements StatisticsOperation.Cases<String> {

        @Override
        public String update(StatisticsOperation.Update update) {
            return "update  " + update.partition() + " with " + NumberText.of(update.sample());
        }

        @Override
        public String merge(StatisticsOperation.Merge merge) {
            return "merge   " + merge.partition() + " with " + merge.more();
        }

        @Override
        public String read(StatisticsOperation.Read read) {
            return "read    " + read.partition();
        }

        @Override
        public String zScore(StatisticsOperation.ZScore zScore) {
            return "z-score " + zScore.partition() + " of " + NumberText.of(zScore.value());
        }

        @Override
        public String score(StatisticsOperation.Score score) {
            return "score   " + score.partition() + " similarity " + NumberText.of(score.maxSimilarity())
                    + ", threshold " + NumberText.of(score.threshold());
        }

        @Override
        public String due(StatisticsOperation.Due due) {
            return "due?";
        }

        @Override
        public String begin(StatisticsOperation.Begin begin) {
            return "save    writer " + begin.writer();
        }

        @Override
        public String step(StatisticsOperation.Step step) {
            return "step    writer " + step.writer();
        }

        @Override
        public String damage(StatisticsOperation.Damage damage) {
            return "damage  first " + damage.keptPerMille() + " ‰ left";
        }

        @Override
        public String restart(StatisticsOperation.Restart restart) {
            PowerLoss power = restart.power();
            if (power == null) {
                return "restart after a kill";
            }
            if (power.directory() == 0 && power.dataPerMille() == 0) {
                return "restart power lost, all unforced";
            }
            String names = power.directory() == 0
                    ? "no names"
                    : power.directory() == (1 << PowerLoss.BITS) - 1
                            ? "all names"
                            : "names " + Integer.toBinaryString(power.directory());
            return "restart power lost; unforced left: " + names + ", " + power.dataPerMille() + " ‰ of bytes";
        }
    }
}
