package dev.halflife.model.write.interference;

import java.util.List;

/** What an interference tracker answers. */
public sealed interface InterferenceReply {

    /** To an accumulate: nothing need be done. */
    record Nothing() implements InterferenceReply {}

    /** Why no request was triggered though the threshold is reached. */
    enum Reason {
        AWAITING_FEEDBACK,
        COOLDOWN
    }

    /** To an accumulate: the threshold is reached, but a request would be one too many. */
    record Suppressed(Reason reason, float total) implements InterferenceReply {}

    /** To an accumulate: a consolidation of these namespaces is requested. */
    record Triggered(List<String> namespaces, float total) implements InterferenceReply {
        public Triggered {
            namespaces = List.copyOf(namespaces);
        }
    }

    /** What feedback was taken for. */
    enum Taken {
        PROGRESS,
        NO_PROGRESS,
        FAILED,
        NO_PENDING_TRIGGER
    }

    /** To a feedback: by how much the total went down, and what is left. */
    record Answered(Taken taken, float reduced, float remaining) implements InterferenceReply {}

    /** To a backlog: the score of each namespace, in any order, and whether a request is pending. */
    record Backlog(List<Score> scores, boolean pending) implements InterferenceReply {
        public Backlog {
            scores = List.copyOf(scores);
        }
    }

    /** The score of one namespace. */
    record Score(String namespace, float score) {}
}
