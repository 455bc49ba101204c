package dev.halflife.stress.lincheck;

import java.util.List;

/**
 * A part of the reference, its contract and how it is called: what Lincheck's cases and the soak share.
 *
 * @param contract Lincheck's case
 * @param reference what is called, as Lincheck calls it
 */
public record Part(LincheckCase contract, Class<?> reference) {

    /** Every part, in the order of reports. */
    public static final List<Part> ALL = List.of(
            new Part(HeatRegistryLincheckTest.CASE, HeatRegistryLincheckTest.Reference.class),
            new Part(CreditsLincheckTest.CASE, CreditsLincheckTest.Reference.class),
            new Part(StatisticsLincheckTest.CASE, StatisticsLincheckTest.Reference.class),
            new Part(BreakerLincheckTest.CASE, BreakerLincheckTest.Reference.class),
            new Part(InterferenceLincheckTest.CASE, InterferenceLincheckTest.Reference.class),
            new Part(ArrivalsLincheckTest.CASE, ArrivalsLincheckTest.Reference.class),
            new Part(QueueLincheckTest.CASE, QueueLincheckTest.Reference.class),
            new Part(WorkingSetLincheckTest.CASE, WorkingSetLincheckTest.Reference.class),
            new Part(CursorLincheckTest.CASE, CursorLincheckTest.Reference.class));

    /** The component's name. */
    public String name() {
        return contract.name();
    }

    /** A fresh subject. */
    public Object freshReference() {
        return LincheckCase.fresh(reference);
    }

    /** A fresh model of the part. */
    public Model model() {
        return contract.freshModel();
    }

    /** A defect for judges to be tried on, that of the circuit breaker as published (F8). */
    public static Object breakerWhereEveryCallerProbes() {
        return new BreakerLincheckTest.CountAndTimeApart();
    }

    @Override
    public String toString() {
        return name();
    }
}
