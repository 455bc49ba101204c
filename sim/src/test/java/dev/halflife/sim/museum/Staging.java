package dev.halflife.sim.museum;

import dev.halflife.model.Operation;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.subject.Subject;
import java.util.function.Function;

/** A component with another subject, for tests of other packages. */
public final class Staging {

    private Staging() {}

    /** The component with that subject, named {@code staged}. */
    public static <C, S, O extends Operation<O>, R> Component<C, S, O, R> trying(
            Component<C, S, O, R> component, Function<C, Subject<O, R>> subject) {
        return Staged.trying(component, subject);
    }
}
