package dev.halflife.impl.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private final Arrivals<String, Integer> arrivals = new Arrivals<>();

    @Test
    void n1_theFirstArrivalHasNoPredecessorAndNumberOne() {
        assertThat(arrivals.record("a", 7)).isEqualTo(new Arrival<>(null, 0, 1));
    }

    @Test
    void n1_eachArrivalNamesTheOneBeforeIt() {
        arrivals.record("a", 7);
        assertThat(arrivals.record("a", 8)).isEqualTo(new Arrival<>(7, 1, 2));
        assertThat(arrivals.record("a", 8)).isEqualTo(new Arrival<>(8, 2, 3));
        assertThat(arrivals.last("a")).contains(new Cursor<>(8, 3));
    }

    @Test
    void n1_namespacesHaveChainsOfTheirOwn() {
        arrivals.record("a", 7);
        assertThat(arrivals.record("b", 8)).isEqualTo(new Arrival<>(null, 0, 1));
        assertThat(arrivals.last("c")).isEmpty();
    }

    @Test
    void n1_theSequenceSaturates() {
        arrivals.seed("a", 7, Long.MAX_VALUE - 1);
        assertThat(arrivals.record("a", 8).sequence()).isEqualTo(Long.MAX_VALUE);
        assertThat(arrivals.record("a", 9)).isEqualTo(new Arrival<>(8, Long.MAX_VALUE, Long.MAX_VALUE));
        assertThat(arrivals.last("a")).contains(new Cursor<>(9, Long.MAX_VALUE));
    }

    @Test
    void n2_aSeedStartsAChain() {
        arrivals.seed("a", 7, 40);
        assertThat(arrivals.record("a", 8)).isEqualTo(new Arrival<>(7, 40, 41));
    }

    @Test
    void n2_anySequenceStartsAChainWhereThereIsNone() {
        arrivals.seed("a", 7, -3);
        assertThat(arrivals.record("a", 8)).isEqualTo(new Arrival<>(7, -3, -2));
    }

    @Test
    void n2_anEqualSequenceTakesEffectAndASmallerOneDoesNot() {
        arrivals.seed("a", 7, 40);
        arrivals.seed("a", 8, 39);
        assertThat(arrivals.last("a")).contains(new Cursor<>(7, 40));
        arrivals.seed("a", 9, 40);
        assertThat(arrivals.last("a")).contains(new Cursor<>(9, 40));
    }

    @Test
    void n1_theLinksOfManyThreadsFormOneChain() throws Exception {
        Queue<Link> links = new ConcurrentLinkedQueue<>();
        Together.run(4, thread -> {
            for (int i = 0; i < 2_000; i++) {
                int id = thread * 2_000 + i;
                links.add(new Link(id, arrivals.record("a", id)));
            }
        });
        List<Link> inOrder = links.stream()
                .sorted((left, right) ->
                        Long.compare(left.arrival().sequence(), right.arrival().sequence()))
                .toList();
        assertThat(inOrder.stream().map(link -> link.arrival().sequence()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 8_000).boxed().toList());
        for (int i = 1; i < inOrder.size(); i++) {
            assertThat(inOrder.get(i).arrival().previous())
                    .isEqualTo(inOrder.get(i - 1).id());
        }
    }

    @Test
    void n2_seedsInManyThreadsLeaveTheGreatest() throws Exception {
        Together.run(4, thread -> {
            for (int i = 0; i < 1_000; i++) {
                arrivals.seed("a", i * 4 + thread, i * 4 + thread);
            }
        });
        assertThat(arrivals.last("a")).contains(new Cursor<>(3_999, 3_999));
    }

    private record Link(int id, Arrival<Integer> arrival) {}
}
