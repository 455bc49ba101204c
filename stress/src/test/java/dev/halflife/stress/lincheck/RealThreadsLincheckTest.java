package dev.halflife.stress.lincheck;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The reference of every part on real threads, without the model checker's hand on them: what it does not see, such as a
 * read that two processors answer differently, can show here. In one class, since Lincheck transforms classes anew for it.
 */
class RealThreadsLincheckTest {

    static final List<Arguments> PARTS = List.of(
            Arguments.of(HeatRegistryLincheckTest.CASE, HeatRegistryLincheckTest.Reference.class),
            Arguments.of(CreditsLincheckTest.CASE, CreditsLincheckTest.Reference.class),
            Arguments.of(StatisticsLincheckTest.CASE, StatisticsLincheckTest.Reference.class),
            Arguments.of(BreakerLincheckTest.CASE, BreakerLincheckTest.Reference.class),
            Arguments.of(InterferenceLincheckTest.CASE, InterferenceLincheckTest.Reference.class),
            Arguments.of(ArrivalsLincheckTest.CASE, ArrivalsLincheckTest.Reference.class),
            Arguments.of(QueueLincheckTest.CASE, QueueLincheckTest.Reference.class),
            Arguments.of(WorkingSetLincheckTest.CASE, WorkingSetLincheckTest.Reference.class),
            Arguments.of(CursorLincheckTest.CASE, CursorLincheckTest.Reference.class));

    @ParameterizedTest
    @FieldSource("PARTS")
    void theModelAllowsWhatThreadsDo(LincheckCase part, Class<?> reference) {
        part.holdsOnRealThreads(reference);
    }
}
