package dev.halflife.model.write.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.halflife.model.Blame;
import dev.halflife.model.Contract;
import dev.halflife.model.Step;
import dev.halflife.model.write.queue.QueueOperation.Drain;
import dev.halflife.model.write.queue.QueueOperation.Enqueue;
import dev.halflife.model.write.queue.QueueOperation.Len;
import dev.halflife.model.write.queue.QueueOperation.Requeue;
import dev.halflife.model.write.queue.QueueReply.Counted;
import dev.halflife.model.write.queue.QueueReply.Drained;
import dev.halflife.model.write.queue.QueueReply.Enqueued;
import dev.halflife.model.write.queue.QueueReply.Requeued;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueSpecTest {

    private static final Enqueue A = new Enqueue(0, "a");
    private static final Enqueue B = new Enqueue(0, "b");
    private static final Enqueue C = new Enqueue(0, "c");
    private static final Drain DRAIN = new Drain(0);

    private final QueueSpec strict = new QueueSpec(new QueueConfig(2), Contract.strict());
    private final QueueSpec published = new QueueSpec(new QueueConfig(2), Contract.published());

    @Test
    void q1_enqueueingAtCapacityDropsTheOldestAndSaysSo() {
        assertThat(strict.predict(after(strict, A), B)).isEqualTo(new Enqueued(null));
        assertThat(strict.predict(after(strict, A, B), C)).isEqualTo(new Enqueued("a"));
        assertThat(after(strict, A, B, C).queued()).containsExactly(new Item("b", 0), new Item("c", 0));
    }

    @Test
    void q2_aDrainTakesEverythingInOrder() {
        assertThat(strict.predict(after(strict, A, B), DRAIN))
                .isEqualTo(new Drained(List.of(new Item("a", 0), new Item("b", 0))));
        assertThat(after(strict, A, B, DRAIN).size()).isZero();
    }

    @Test
    void q2_aRequeueCountsTheTryAndGoesToTheBack() {
        QueueState state = after(strict, A, DRAIN, B, requeue(3, "a"));

        assertThat(state.queued()).containsExactly(new Item("b", 0), new Item("a", 1));
    }

    @Test
    void q2_aRequeueDropsWhatHasComeToMax() {
        QueueState once = after(strict, A, B, DRAIN);
        QueueState twice = after(strict, A, DRAIN, requeue(3, "a"), DRAIN);

        assertThat(strict.predict(once, requeue(1, "b", "a"))).isEqualTo(new Requeued(List.of("a", "b")));
        assertThat(strict.predict(once, requeue(0, "b"))).isEqualTo(new Requeued(List.of("b")));
        assertThat(strict.predict(twice, new Requeue(0, List.of(new Item("a", 1)), 2)))
                .isEqualTo(new Requeued(List.of("a")));
        assertThat(strict.predict(twice, new Requeue(0, List.of(new Item("a", 1)), 3)))
                .isEqualTo(new Requeued(List.of()));
    }

    @Test
    void f11_aRequeuePastTheCapacityDropsTheOldestQueued() {
        QueueState state = after(strict, A, B, DRAIN, C);

        assertThat(strict.predict(state, requeue(3, "a", "b"))).isEqualTo(new Requeued(List.of("c")));
        assertThat(after(strict, A, B, DRAIN, C, requeue(3, "a", "b")).queued())
                .containsExactly(new Item("a", 1), new Item("b", 1));
    }

    @Test
    void f11_ofMoreThanTheCapacityTheLastGivenBackStay() {
        QueueState state = after(strict, A, B, DRAIN, C, DRAIN, requeue(3, "a", "b", "c"));

        assertThat(state.queued()).containsExactly(new Item("b", 1), new Item("c", 1));
    }

    @Test
    void f11_thePublishedQueueGrowsPastItsCapacityAndAnEnqueueDropsOneOnly() {
        QueueState grown = after(published, A, B, DRAIN, C, requeue(3, "a", "b"));

        assertThat(grown.size()).isEqualTo(3);
        assertThat(published.predict(grown, A)).isEqualTo(new Enqueued("c"));
        assertThat(after(published, A, B, DRAIN, C, requeue(3, "a", "b"), A).size())
                .isEqualTo(3);
    }

    @Test
    void f11_isBrokenByWhatThePublishedRulesAllow() {
        QueueState state = after(strict, A, B, DRAIN, C);

        assertThat(broken(strict, state, requeue(3, "a", "b"), new Requeued(List.of())))
                .isEqualTo(QueueRule.F11);
    }

    @Test
    void q1_isBrokenByABoundThatDropsAnotherThanTheOldest() {
        QueueState state = after(strict, A, B, DRAIN, C);

        assertThat(broken(strict, state, requeue(3, "a", "b"), new Requeued(List.of("b"))))
                .isEqualTo(QueueRule.Q1);
        assertThat(broken(strict, state, C, new Enqueued("c"))).isEqualTo(QueueRule.Q1);
    }

    @Test
    void q2_isBrokenByWornOutItemsThatAreNotNamed() {
        QueueState state = after(strict, A, B, DRAIN, C);

        assertThat(broken(strict, state, requeue(1, "a", "b"), new Requeued(List.of("a"))))
                .isEqualTo(QueueRule.Q2);
        assertThat(broken(published, state, requeue(3, "a"), new Requeued(List.of("a"))))
                .isEqualTo(QueueRule.Q2);
    }

    @Test
    void aWrongDrainBreaksTheRuleThatSaysWhatIsWrong() {
        QueueState state = after(strict, A, B);
        Item a = new Item("a", 0);
        Item b = new Item("b", 0);

        assertThat(broken(strict, state, DRAIN, new Drained(List.of(b, a)))).isEqualTo(QueueRule.Q1);
        assertThat(broken(strict, state, DRAIN, new Drained(List.of(a, b, b)))).isEqualTo(QueueRule.Q1);
        assertThat(broken(strict, state, DRAIN, new Drained(List.of(a, new Item("b", 1)))))
                .isEqualTo(QueueRule.Q2);
        assertThat(broken(strict, after(strict, A, DRAIN), DRAIN, new Drained(List.of(a))))
                .isEqualTo(QueueRule.Q2);
        assertThat(broken(strict, state, new Len(0), new Counted(3))).isEqualTo(QueueRule.Q1);
    }

    @Test
    void theOrderInWhichDroppedItemsAreNamedIsLeftOpen() {
        QueueState state = after(strict, A, B, DRAIN);

        assertThat(broken(strict, state, requeue(1, "a", "b"), new Requeued(List.of("b", "a"))))
                .isNull();
    }

    @Test
    void onlyWhatWasDrainedCanBeGivenBackAndOnce() {
        QueueState drained = after(strict, A, DRAIN);
        QueueState givenBack = after(strict, A, DRAIN, requeue(3, "a"));

        assertThat(strict.refusal(drained, requeue(3, "a"))).isEmpty();
        assertThat(strict.refusal(drained, requeue(3, "a", "a"))).isPresent();
        assertThat(strict.refusal(drained, requeue(3, "b"))).isPresent();
        assertThat(strict.refusal(drained, new Requeue(0, List.of(new Item("a", 1)), 3)))
                .isPresent();
        assertThat(strict.refusal(givenBack, requeue(3, "a"))).isPresent();
        assertThat(strict.refusal(after(strict, A, DRAIN, A, DRAIN), requeue(3, "a", "a")))
                .isEmpty();
    }

    @Test
    void whatWasDrainedTwiceCanBeGivenBackTwiceAndNotThreeTimes() {
        QueueState drained = after(strict, A, DRAIN, A, DRAIN);

        assertThat(strict.refusal(drained, requeue(3, "a", "a", "a"))).isPresent();
        assertThat(drained.outstanding()).containsExactly(new Item("a", 0));
    }

    @Test
    void ofTooManyDrainedTheOldestCanNotBeGivenBack() {
        QueueSpec large = new QueueSpec(new QueueConfig(Outstanding.MOST + 1), Contract.strict());
        QueueState state = large.initial();
        for (int i = 0; i < Outstanding.MOST; i++) {
            state = large.answer(state, new Enqueue(0, "a" + i)).state();
        }
        QueueState most = large.answer(state, DRAIN).state();
        QueueState oneMore = large.answer(large.answer(state, A).state(), DRAIN).state();

        assertThat(large.refusal(most, requeue(3, "a0"))).isEmpty();
        assertThat(large.refusal(oneMore, requeue(3, "a0"))).isPresent();
        assertThat(large.refusal(oneMore, requeue(3, "a1"))).isEmpty();
    }

    @Test
    void q1_isPutToTheTestByADrainOfSeveral() {
        assertThat(strict.answer(after(strict, A), DRAIN).exercised()).isEqualTo(QueueRule.Q2.bit());
        assertThat(strict.answer(after(strict, A, B), DRAIN).exercised())
                .isEqualTo(QueueRule.Q1.bit() | QueueRule.Q2.bit());
    }

    @Test
    void f11_isPutToTheTestByARequeuePastTheCapacity() {
        QueueState state = after(strict, A, B, DRAIN, C);

        assertThat(strict.answer(state, requeue(3, "a", "b")).exercised())
                .isEqualTo(QueueRule.Q2.bit() | QueueRule.F11.bit());
        assertThat(strict.answer(state, requeue(3, "a")).exercised()).isEqualTo(QueueRule.Q2.bit());
        assertThat(published.answer(state, requeue(3, "a", "b")).exercised()).isEqualTo(QueueRule.Q2.bit());
    }

    @Test
    void q1_isBrokenByALengthBeyondTheCapacity() {
        QueueState state = after(strict, A, DRAIN);

        assertThat(broken(strict, state, new Len(0), new Counted(3))).isEqualTo(QueueRule.Q1);
    }

    @Test
    void repliesAndContentsAreToldInWords() {
        assertThat(new Enqueued(null)).hasToString("nothing dropped");
        assertThat(new Enqueued("a")).hasToString("dropped a");
        assertThat(new Drained(List.of())).hasToString("nothing");
        assertThat(new Drained(List.of(new Item("a", 0), new Item("b", 2)))).hasToString("a, b×2");
        assertThat(new Requeued(List.of())).hasToString("nothing dropped");
        assertThat(new Requeued(List.of("b", "a"))).hasToString("dropped a, b");
        assertThat(new Counted(3)).hasToString("3 queued");
        assertThat(after(strict, A, B)).hasToString("[a, b]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aCapacityBelowOneIsRefused(int capacity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QueueConfig(capacity))
                .withMessage("capacity must be within [1, 2147483647]: " + capacity);
    }

    private static Requeue requeue(int max, String... ids) {
        return new Requeue(0, List.of(ids).stream().map(id -> new Item(id, 0)).toList(), max);
    }

    private static QueueState after(QueueSpec spec, QueueOperation... operations) {
        QueueState state = spec.initial();
        for (QueueOperation operation : operations) {
            assertThat(spec.refusal(state, operation)).isEmpty();
            state = spec.answer(state, operation).state();
        }
        return state;
    }

    private static @Nullable Object broken(
            QueueSpec spec, QueueState state, QueueOperation operation, QueueReply seen) {
        return spec.judge(state, operation, seen) instanceof Step.Rejected<QueueState> rejected
                ? Blame.of(spec, state, List.of(operation), List.of(seen), rejected.violation())
                        .rule()
                : null;
    }
}
