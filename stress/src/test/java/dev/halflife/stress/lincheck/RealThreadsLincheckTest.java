package dev.halflife.stress.lincheck;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The reference of every part on real threads, without the model checker's hand on them: what it does not see, such as a
 * read that two processors answer differently, can show here. In one class, since Lincheck transforms classes anew for it.
 */
@Tag("both-processors")
class RealThreadsLincheckTest {

    static final List<Part> PARTS = Part.ALL;

    @ParameterizedTest
    @FieldSource("PARTS")
    void theModelAllowsWhatThreadsDo(Part part) {
        part.contract().holdsOnRealThreads(part.reference());
    }
}
