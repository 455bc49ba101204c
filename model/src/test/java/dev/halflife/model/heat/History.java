package dev.halflife.model.heat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.halflife.model.Blame;
import dev.halflife.model.Contract;
import dev.halflife.model.Rule;
import dev.halflife.model.Step;
import dev.halflife.model.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A short history of one registry, told step by step and judged as it goes. What is asked comes from {@link Ask}, what is
 * answered from {@link Answer}; a step without an answer takes the predicted one.
 */
final class History {

    static final String A = "000000000000000a";
    static final String B = "000000000000000b";
    static final String C = "000000000000000c";
    static final String D = "000000000000000d";

    static final long HALF_LIFE = 1_000;
    static final long LEASE = 10_000;

    private final HeatSpec spec;
    private final HeatConfig config;
    private final Contract contract;
    private final List<HeatOperation> operations = new ArrayList<>();
    private final List<HeatReply> replies = new ArrayList<>();
    private HeatState state;
    private long nowNanos;

    private History(HeatConfig config, Contract contract) {
        this.config = config;
        this.contract = contract;
        this.spec = new HeatSpec(config, contract);
        this.state = spec.initial();
    }

    /** A heat registry: no marks, no cap, the ratio 2, a half-life of {@link #HALF_LIFE}. */
    static History under(Contract contract) {
        return new History(new HeatConfig(false, 0, LEASE, new HeatPolicy(true, 2, HALF_LIFE)), contract);
    }

    static History published() {
        return under(Contract.published());
    }

    static History strict() {
        return under(Contract.strict());
    }

    /** With marks, as the blob heat registry. Like the next two, before the first step. */
    History marked() {
        return new History(new HeatConfig(true, config.cap(), LEASE, config.policy()), contract);
    }

    History cap(int cap) {
        return new History(new HeatConfig(config.marks(), cap, LEASE, config.policy()), contract);
    }

    History disabled() {
        return new History(
                new HeatConfig(config.marks(), config.cap(), LEASE, new HeatPolicy(false, 2, HALF_LIFE)), contract);
    }

    /** The clock goes on, or back. */
    History later(double halfLives) {
        nowNanos += (long) (halfLives * HALF_LIFE);
        return this;
    }

    History bump(String key) {
        return then(Ask.bump(key));
    }

    History touch(String key) {
        return then(Ask.touch(key));
    }

    History tick(long number) {
        return then(Ask.tick(number));
    }

    History commit(long tick, String... part) {
        return then(Ask.commit(tick, part));
    }

    History rollback(long tick, String... part) {
        return then(Ask.rollback(tick, part));
    }

    History remove(String key) {
        return then(Ask.remove(key));
    }

    /** One step with the predicted reply. */
    History then(HeatOperation operation) {
        return right(operation, predicted(operation));
    }

    /** This reply is accepted, and the history goes on from it. */
    History right(HeatOperation operation, HeatReply reply) {
        Step<HeatState> step = judge(operation, reply);
        assertThat(step).as("%s answered %s", operation, reply).isInstanceOf(Step.Accepted.class);
        state = ((Step.Accepted<HeatState>) step).state();
        operations.add(operation.movedTo(nowNanos));
        replies.add(reply);
        return this;
    }

    /** This reply is rejected by that rule; the history stays where it is. */
    History wrong(HeatRule rule, HeatOperation operation, HeatReply reply) {
        assertThat(blamed(operation, reply).rule().id())
                .as("%s answered %s", operation, reply)
                .isEqualTo(rule.id());
        return this;
    }

    /** This reply is rejected, by whatever rule; the history stays where it is. */
    History wrong(HeatOperation operation, HeatReply reply) {
        assertThat(judge(operation, reply))
                .as("%s answered %s", operation, reply)
                .isInstanceOf(Step.Rejected.class);
        return this;
    }

    /** This reply is rejected in these words. */
    History wrong(String words, HeatOperation operation, HeatReply reply) {
        assertThat(blamed(operation, reply))
                .as("%s answered %s", operation, reply)
                .hasToString(words);
        return this;
    }

    /** What is said of a forbidden reply, under the rule that the whole history puts the blame on. */
    private Violation blamed(HeatOperation operation, HeatReply reply) {
        Step<HeatState> step = judge(operation, reply);
        assertThat(step).as("%s answered %s", operation, reply).isInstanceOf(Step.Rejected.class);
        List<HeatOperation> asked = new ArrayList<>(operations);
        asked.add(operation.movedTo(nowNanos));
        List<HeatReply> answered = new ArrayList<>(replies);
        answered.add(reply);
        return Blame.of(spec, spec.initial(), asked, answered, ((Step.Rejected<HeatState>) step).violation());
    }

    /** The reply that is predicted. */
    HeatReply predicted(HeatOperation operation) {
        return spec.predict(state, operation.movedTo(nowNanos));
    }

    /** The rules that this step puts to the test, if this reply is accepted. */
    Set<String> exercised(HeatOperation operation, HeatReply reply) {
        Step<HeatState> step = judge(operation, reply);
        assertThat(step).as("%s answered %s", operation, reply).isInstanceOf(Step.Accepted.class);
        long bits = ((Step.Accepted<HeatState>) step).exercised();
        return spec.rules().stream()
                .filter(rule -> (bits & rule.bit()) != 0)
                .map(Rule::id)
                .collect(Collectors.toSet());
    }

    /** The judge cannot follow; in words that say this. */
    History undecided(HeatOperation operation, HeatReply reply, String words) {
        Step<HeatState> step = judge(operation, reply);
        assertThat(step).as("%s answered %s", operation, reply).isInstanceOf(Step.Undecided.class);
        assertThat(((Step.Undecided<HeatState>) step).why()).contains(words);
        return this;
    }

    Step<HeatState> judge(HeatOperation operation, HeatReply reply) {
        HeatOperation now = operation.movedTo(nowNanos);
        assertThat(spec.refusal(state, now)).isEmpty();
        return spec.judge(state, now, reply);
    }

    /** Why this makes no sense here. */
    List<String> refusal(HeatOperation operation) {
        return spec.refusal(state, operation.movedTo(nowNanos)).stream().toList();
    }

    HeatState state() {
        return state;
    }
}
