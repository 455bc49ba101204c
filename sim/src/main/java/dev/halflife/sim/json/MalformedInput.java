package dev.halflife.sim.json;

import java.io.Serial;

/** Something that was given to read is not what it should be; the message says what is wrong and what would be right. */
public final class MalformedInput extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** How long a complaint is at most, in characters. */
    public static final int LONGEST = 300;

    /** With one sentence for a person, which is cut in the middle where it is longer than {@link #LONGEST}. */
    public MalformedInput(String message) {
        super(Printable.shortened(message, LONGEST));
    }

    /** The same complaint with the place in front of it: {@code traces/a.jsonl: line 4: …}. */
    public MalformedInput at(String place) {
        return new MalformedInput(place + ": " + getMessage());
    }
}
