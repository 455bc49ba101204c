package dev.halflife.sim.kit;

import dev.halflife.model.Operation;
import dev.halflife.sim.Components;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.subject.Subject;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** The reference parts of the write path by the kit. */
final class WritePathReferenceTest {

    @TestFactory
    Stream<DynamicContainer> parts() {
        return Components.all().stream()
                .filter(component -> !(component instanceof HeatComponent))
                .map(component ->
                        DynamicContainer.dynamicContainer(component.name(), new Reference<>(component).rules()));
    }

    @HalflifeTest(schedules = 1_000, depth = 3)
    private record Reference<C, S, O extends Operation<O>, R>(Component<C, S, O, R> component)
            implements RuleTests<C, O, R> {

        @Override
        public Subject<O, R> subject(C config) {
            return component.subject("reference", config);
        }
    }
}
