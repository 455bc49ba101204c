package dev.halflife.sim.subject;

import dev.halflife.model.Rule;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the harness asks of every subject, whatever its component, as in {@code model/spec/4-traces.md}. A subject that does
 * not keep to these has failed, which says nothing of the rules of its component; the schedule that makes it fail is shrunk,
 * saved and replayed like any other.
 */
public enum SubjectRule implements Rule {
    /** Of a subject in this process: it threw. */
    ANSWERS("answers", "a subject answers every operation"),
    /** Of a foreign process: it ended by itself. */
    CRASH("crash", "a subject ends when its input ends, and not before"),
    /** Of a foreign process: nothing came within the time limit. */
    TIMEOUT("timeout", "a subject answers within the time limit"),
    /** Of a foreign process: what came is no reply. */
    GARBAGE("garbage", "a subject answers each request with one line, a JSON object with the fields of the reply"),
    /** Of a foreign process: it said that it cannot answer. */
    ERROR("error", "a subject answers a request with a reply, not with an error");

    private final String id;
    private final String text;

    SubjectRule(String id, String text) {
        this.id = id;
        this.text = text;
    }

    /** The one with this id, if it is the id of one. */
    public static Optional<SubjectRule> named(String id) {
        return Stream.of(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String text() {
        return text;
    }
}
