package dev.halflife.sim.trace;

import dev.halflife.sim.json.Fields;

/**
 * Which part of a recording a file is, as its header says.
 *
 * @param recording all files of one recording name it
 * @param number from 1
 * @param continues whether it goes on where the one before it ends; else its steps are complete for the keys they name
 */
record Segment(String recording, long number, boolean continues) {

    /** The segment that a header tells of; a trace that does not is a recording of its own. */
    static Segment of(Fields header) {
        return header.has("recording")
                ? new Segment(header.text("recording"), header.integer("segment"), header.flag("continues"))
                : new Segment("", 1, false);
    }

    /** Whether this is a part of what a recorder has written, which may have been stopped at any time. */
    boolean isRecorded() {
        return !recording.isEmpty();
    }

    boolean follows(Segment other) {
        return recording.equals(other.recording) && number == other.number + 1;
    }
}
