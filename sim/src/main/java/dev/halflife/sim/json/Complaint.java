package dev.halflife.sim.json;

import com.fasterxml.jackson.core.JsonProcessingException;

/** What is wrong with a JSON text, without the parser's own words for its settings. */
public final class Complaint {

    private Complaint() {}

    /** In a few words, such as {@code Unexpected end-of-input}. */
    public static String of(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        return Fields.shortened(message.split("[:(\n]", 2)[0].strip());
    }
}
