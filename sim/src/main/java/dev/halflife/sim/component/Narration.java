package dev.halflife.sim.component;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How configurations, operations, replies and states are told to people: short, in a fixed order, without hex of full
 * width.
 */
public interface Narration<C, S, O, R> {

    /** The configuration in one line. */
    String config(C config);

    /** An operation without its time, such as {@code bump   a1}. The verb is padded to a common width. */
    String operation(O operation);

    /** A reply, such as {@code rate 1.0}; empty where there is nothing to say. */
    String reply(O operation, R reply);

    /** The titles of a timeline's columns, between the time and the note. */
    default List<String> columns() {
        return List.of("operation", "reply");
    }

    /** One step in those columns; {@code reply} is null where the subject gave none. */
    default List<String> cells(O operation, @Nullable R reply, S after) {
        return List.of(operation(operation), reply == null ? "no reply" : reply(operation, reply));
    }

    /** What a person needs to know of the state after a step, such as {@code in flight: a1}; empty for nothing. */
    String note(S state);
}
