package dev.halflife.sim.kit;

import dev.halflife.model.heat.HeatConfig;
import dev.halflife.model.heat.HeatOperation;
import dev.halflife.model.heat.HeatReply;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.heat.HeatComponent;
import dev.halflife.sim.subject.Subject;

/**
 * Tests of a heat registry of one's own, without marks (T5), one a rule; see {@link RuleTests}.
 *
 * <pre>{@code
 * @HalflifeTest(contract = "published", unsupported = "D6")
 * class MyRegistryTest implements HeatRegistryTests<Long> {
 *     public RegistryUnderTest<Long> registry(HeatConfig config) {
 *         return new MyRegistryUnderTest(new MyRegistry(config.cap(), config.policy().halfLifeNanos()));
 *     }
 *
 *     public Long key(String hex) {
 *         return Long.parseUnsignedLong(hex, 16);
 *     }
 * }
 * }</pre>
 *
 * @param <K> the keys
 */
public interface HeatRegistryTests<K> extends RuleTests<HeatConfig, HeatOperation, HeatReply> {

    /** A fresh registry; a cap of 0 means that it is unbounded. */
    RegistryUnderTest<K> registry(HeatConfig config);

    /** The key of this name, in lower-case hex of 16 digits (64 for a blob heat registry); the same for the same name. */
    K key(String hex);

    @Override
    default Component<HeatConfig, ?, HeatOperation, HeatReply> component() {
        return HeatComponent.heat();
    }

    @Override
    default Subject<HeatOperation, HeatReply> subject(HeatConfig config) {
        return new RegistrySubject<>(
                registry(config), this::key, config.policy().halfLifeNanos());
    }
}
