package dev.halflife.sim.kit;

import dev.halflife.model.Operation;
import dev.halflife.sim.component.Component;
import dev.halflife.sim.subject.Subject;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests of a component of one's own, one a rule. A test class implements this, says which component it is and how a
 * subject is made, and has its tests:
 *
 * <pre>{@code
 * @HalflifeTest(unsupported = "F11")
 * class MyQueueTest implements RuleTests<QueueConfig, QueueOperation, QueueReply> {
 *     public Component<QueueConfig, ?, QueueOperation, QueueReply> component() {
 *         return new QueueComponent();
 *     }
 *
 *     public Subject<QueueOperation, QueueReply> subject(QueueConfig config) {
 *         return new MyQueueSubject(config);
 *     }
 * }
 * }</pre>
 *
 * <p>What failed before, every small schedule and many random ones are run once for the class. Then each rule's test
 * passes, or fails with the counterexample made as small as possible, or is skipped with the reason: the rule was declared
 * unsupported, or nothing put it to the test. For a heat registry there are friendlier ones: {@link HeatRegistryTests} and
 * {@link BlobHeatRegistryTests}.
 *
 * @param <C> the configuration
 * @param <O> the operations
 * @param <R> the replies
 */
public interface RuleTests<C, O extends Operation<O>, R> {

    /** Which component it is. */
    Component<C, ?, O, R> component();

    /**
     * A fresh subject of one's own, made with this configuration. Called once a schedule, thousands of times; subjects must
     * share nothing.
     */
    Subject<O, R> subject(C config);

    /** The time: for what is written down beside a failure that is kept, and for how long failures are shrunk. */
    default Clock clock() {
        return Clock.systemUTC();
    }

    /** The tests, one a rule. */
    @TestFactory
    default Stream<DynamicTest> rules() {
        return Examination.of(this).tests().stream();
    }
}
