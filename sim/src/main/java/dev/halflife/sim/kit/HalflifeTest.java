package dev.halflife.sim.kit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How {@link RuleTests} are run. Everything has a default; a class without the annotation has them all. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface HalflifeTest {

    /** What the subject is held to: {@code strict}, or {@code published} for what the originals promise. */
    String contract() default "strict";

    /**
     * The ids of rules that the subject does not keep, such as {@code F5}; they are shown as skipped. For a finding (F1 to
     * F14) the published choice is asked instead, so that what comes after is judged rightly; for any other rule a schedule
     * ends where it is broken.
     */
    String[] unsupported() default {};

    /**
     * What the subject has not: names of operations, or of fields of operations, as they stand in a trace, such as {@code
     * rollback}, {@code keys} (a part of an announcement) or {@code halfLifeNanos} (a half-life of one's own). Such
     * operations are left out of every schedule.
     */
    String[] without() default {};

    /** How many random schedules; at least 1. Components whose schedules are long get fewer. */
    long schedules() default 5_000;

    /** How many operations the schedules have that are explored exhaustively; at least 1. Each more costs twenty times. */
    int depth() default 4;

    /** How many keys explored schedules have; at least 1. */
    int keys() default 2;

    /** Of the random schedules: the same seed draws the same. */
    long seed() default 1;

    /**
     * How many seconds the counterexamples of one engine may be shrunk, all together; at least 1. What is smallest then is
     * shown.
     */
    long shrinkSeconds() default 60;

    /** How many threads, each with subjects of its own; at least 1. */
    int jobs() default 1;

    /**
     * Where failures are kept, to be tried first the next time; relative to where the tests are run, usually the root of
     * the module. Empty keeps none.
     */
    String corpus() default "src/test/resources/halflife";
}
