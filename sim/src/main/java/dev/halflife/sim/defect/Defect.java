package dev.halflife.sim.defect;

import dev.halflife.model.Contract;
import dev.halflife.model.Rule;
import dev.halflife.sim.subject.Subject;
import java.util.regex.Pattern;

/**
 * A mistake kept runnable: a correct subject that goes wrong in one thing. A value; the subjects it makes are not shared.
 *
 * @param id in kebab case, unique over all components
 * @param sentence what is wrong
 * @param origin where it comes from
 * @param rule the rule that must convict it: the one an engineer would want to read
 * @param owner the engine that must find it
 * @param budget how many schedules that may take
 * @param contract what it is held to; without the mistake it meets it
 * @param maker makes the subjects
 * @param <C> the configuration
 * @param <O> the operations
 * @param <R> the replies
 */
public record Defect<C, O, R>(
        String id,
        String sentence,
        Origin origin,
        Rule rule,
        Owner owner,
        long budget,
        Contract contract,
        Maker<C, O, R> maker) {

    /** What stands before an id where a subject is named: {@code defect:no-cap}. */
    public static final String PREFIX = "defect:";

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Defect {
        if (!KEBAB.matcher(id).matches()) {
            throw new IllegalArgumentException("id must be lower-case words joined by hyphens: " + id);
        }
        if (budget < 1) {
            throw new IllegalArgumentException("budget must be within [1, 9223372036854775807]: " + budget);
        }
    }

    /** Makes a defect's subjects. */
    public interface Maker<C, O, R> {

        /** A fresh subject with the mistake in it, which tells {@code probe} whenever it makes it. */
        Subject<O, R> faulty(C config, Probe probe);

        /** The same subject without it: what a reply would have been. */
        Subject<O, R> correct(C config);
    }

    /** The name of its subject. */
    public String subject() {
        return PREFIX + id;
    }
}
