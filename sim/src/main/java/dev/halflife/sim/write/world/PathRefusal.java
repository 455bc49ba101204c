package dev.halflife.sim.write.world;

import dev.halflife.sim.write.world.PathOperation.Answer;
import dev.halflife.sim.write.world.PathOperation.Close;
import dev.halflife.sim.write.world.PathOperation.Consolidated;
import dev.halflife.sim.write.world.PathOperation.Failed;
import dev.halflife.sim.write.world.PathOperation.Kill;
import dev.halflife.sim.write.world.PathOperation.Recall;
import dev.halflife.sim.write.world.PathOperation.Retried;
import dev.halflife.sim.write.world.PathOperation.Retry;
import dev.halflife.sim.write.world.PathOperation.Save;
import dev.halflife.sim.write.world.PathOperation.Settle;
import dev.halflife.sim.write.world.PathOperation.Stored;
import dev.halflife.sim.write.world.PathOperation.Write;
import java.util.Optional;

/** Why an operation makes no sense. */
record PathRefusal(PathConfig config, PathState state) implements PathOperation.Cases<Optional<String>> {

    @Override
    public Optional<String> recall(Recall recall) {
        return Optional.empty();
    }

    @Override
    public Optional<String> write(Write write) {
        String id = write.item().id();
        Item known = state.store().items().get(id);
        if (known != null && !known.equals(write.item())) {
            return Optional.of("item " + id + " is stored with other contents; an item never changes");
        }
        return state.unanswered().writes().containsKey(id)
                ? Optional.of("a write of " + id + " hangs already")
                : Optional.empty();
    }

    @Override
    public Optional<String> answer(Answer answer) {
        return state.unanswered().writes().containsKey(answer.id())
                ? Optional.empty()
                : Optional.of("no write of " + answer.id() + " hangs");
    }

    @Override
    public Optional<String> stored(Stored stored) {
        return onItsWay(stored.flush());
    }

    @Override
    public Optional<String> failed(Failed failed) {
        return onItsWay(failed.flush());
    }

    private Optional<String> onItsWay(long flush) {
        return state.books().onTheirWay().containsKey(flush)
                ? Optional.empty()
                : Optional.of("flush " + flush + " is not on its way to the store");
    }

    @Override
    public Optional<String> retry(Retry retry) {
        return Optional.empty();
    }

    @Override
    public Optional<String> retried(Retried retried) {
        return state.unanswered().retries().containsKey(retried.retry())
                ? Optional.empty()
                : Optional.of("there is no retry " + retried.retry() + ", or it is over");
    }

    @Override
    public Optional<String> consolidated(Consolidated consolidated) {
        return Optional.empty();
    }

    @Override
    public Optional<String> save(Save save) {
        return state.of(Parts.STATISTICS).writers().contains(save.writer())
                ? Optional.empty()
                : Optional.of("writer " + save.writer() + " has no save in progress");
    }

    @Override
    public Optional<String> kill(Kill kill) {
        return kill.power() != null && !config.statistics().powerFails()
                ? Optional.of("this machine never loses power")
                : Optional.empty();
    }

    @Override
    public Optional<String> close(Close close) {
        return state.isAllAnswered() ? Optional.empty() : Optional.of("a close waits until everything is answered");
    }

    @Override
    public Optional<String> settle(Settle settle) {
        long last = Math.max(state.past().lastNanos(), settle.atNanos());
        return config.healedNanos(config.healedNanos(last)) == Long.MAX_VALUE
                ? Optional.of("there is no time left to settle in")
                : Optional.empty();
    }
}
