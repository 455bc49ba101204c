package dev.halflife.sim.write.interference;

import dev.halflife.model.write.interference.InterferenceConfig;
import dev.halflife.model.write.interference.InterferenceOperation;
import dev.halflife.model.write.interference.InterferenceReply;
import dev.halflife.sim.defect.Defect;
import java.util.List;
import java.util.stream.Stream;

/** The defects of the interference tracker, each one overridden step of a {@link TextbookTracker}. */
final class InterferenceMuseum {

    static final List<Defect<InterferenceConfig, InterferenceOperation, InterferenceReply>> ALL = Stream.of(
                    ScoreMistakes.ALL, TriggerMistakes.ALL, FeedbackMistakes.ALL)
            .flatMap(List::stream)
            .toList();

    private InterferenceMuseum() {}
}
