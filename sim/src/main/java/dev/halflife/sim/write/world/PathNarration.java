package dev.halflife.sim.write.world;

import dev.halflife.model.NameText;
import dev.halflife.model.NumberText;
import dev.halflife.model.Operation;
import dev.halflife.sim.component.Durations;
import dev.halflife.sim.component.Narration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happens around the write path, a column a place: callers, parts, store. */
final class PathNarration implements Narration<PathConfig, PathState, PathOperation, PathReply> {

    @Override
    public String config(PathConfig config) {
        return Stream.of(
                        told(Parts.CREDITS, config),
                        told(Parts.STATISTICS, config),
                        told(Parts.BREAKER, config),
                        told(Parts.INTERFERENCE, config),
                        told(Parts.QUEUE, config),
                        "attempts " + config.attempts(),
                        "consolidates at " + NumberText.of(config.interferenceThreshold()) + ", cooldown "
                                + Durations.text(config.cooldownNanos()))
                .collect(Collectors.joining(" · "));
    }

    private static <C> String told(Part<C, ?, ?, ?> part, PathConfig config) {
        return part.component().narration().config(part.config(config));
    }

    @Override
    public String operation(PathOperation operation) {
        return (operation.match(new Callers()) + " " + operation.match(new AtTheStore())).strip();
    }

    @Override
    public String reply(PathOperation operation, PathReply reply) {
        return reply.calls().stream()
                .map(PathNarration::told)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static <O extends Operation<O>, R> String told(PathReply.Call<O, R> call) {
        return PartWords.of(call);
    }

    @Override
    public List<String> columns() {
        return List.of("callers", "parts", "store");
    }

    @Override
    public List<String> cells(PathOperation operation, @Nullable PathReply reply, PathState after) {
        String store = reply == null
                ? ""
                : reply.writes().stream().map(PathNarration::told).collect(Collectors.joining("; "));
        String fate = operation.match(new AtTheStore());
        return List.of(
                operation.match(new Callers()),
                reply == null ? "no reply" : reply(operation, reply),
                Stream.of(fate, store).filter(text -> !text.isEmpty()).collect(Collectors.joining(": ")));
    }

    private static String told(StoreWrite write) {
        if (write instanceof StoreWrite.Credited credited) {
            return "credits " + credited.credits();
        }
        if (write instanceof StoreWrite.Put put) {
            return NameText.of(put.item().id()) + " is #" + put.sequence() + " of "
                    + NameText.of(put.item().namespace());
        }
        if (write instanceof StoreWrite.Waiting waiting) {
            return NameText.of(waiting.id()) + " waits";
        }
        if (write instanceof StoreWrite.Embedded embedded) {
            return NameText.of(embedded.id()) + " embedded";
        }
        if (write instanceof StoreWrite.GivenUp givenUp) {
            return NameText.of(givenUp.id()) + " given up";
        }
        return write instanceof StoreWrite.CursorAt cursor ? "cursor at " + cursor.millis() + " ms" : "";
    }

    @Override
    public String note(PathState state) {
        long pending = state.of(Parts.CREDITS).pile().credits();
        String sent = state.books().onTheirWay().keySet().stream()
                .map(flush -> "#" + flush)
                .collect(Collectors.joining(", "));
        String queued =
                state.of(Parts.QUEUE).queued().stream().map(Object::toString).collect(Collectors.joining(", "));
        return Stream.of(
                        pending == 0 ? "" : pending + " pending",
                        sent.isEmpty() ? "" : "on its way: " + sent,
                        state.of(Parts.BREAKER).partitions().stream()
                                .filter(state.of(Parts.BREAKER)::opened)
                                .map(partition -> "open: " + PathNames.shortened(partition))
                                .collect(Collectors.joining(", ")),
                        queued.isEmpty() ? "" : "queued: " + queued,
                        state.of(Parts.INTERFERENCE).pendingNanos().isPresent() ? "consolidation pending" : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** What callers and the machine do. */
    private static final class Callers implements PathOperation.Cases<String> {

        @Override
        public String recall(PathOperation.Recall recall) {
            return "recall " + recall.ids().stream().map(NameText::of).collect(Collectors.joining(" "));
        }

        @Override
        public String write(PathOperation.Write write) {
            Item item = write.item();
            return "write " + NameText.of(item.id()) + " (" + NameText.of(item.logical()) + " v" + item.version()
                    + ") in " + NameText.of(PathNames.shortened(item.partition()));
        }

        @Override
        public String answer(PathOperation.Answer answer) {
            return "";
        }

        @Override
        public String stored(PathOperation.Stored stored) {
            return "";
        }

        @Override
        public String failed(PathOperation.Failed failed) {
            return "";
        }

        @Override
        public String retry(PathOperation.Retry retry) {
            return "retry what waits";
        }

        @Override
        public String retried(PathOperation.Retried retried) {
            return "retry #" + retried.retry() + ": "
                    + (retried.embedded() == 0 ? "all fail" : "first " + retried.embedded() + " embedded");
        }

        @Override
        public String consolidated(PathOperation.Consolidated consolidated) {
            return consolidated.outcome().text()
                    + (consolidated.outcome() == Outcome.PROGRESS ? " to " + consolidated.millis() + " ms" : "");
        }

        @Override
        public String save(PathOperation.Save save) {
            return "snapshot writer " + save.writer();
        }

        @Override
        public String kill(PathOperation.Kill kill) {
            return kill.power() == null ? "killed, restarted" : "power lost, restarted";
        }

        @Override
        public String close(PathOperation.Close close) {
            return "closed, restarted";
        }

        @Override
        public String settle(PathOperation.Settle settle) {
            return "all heals, closed, restarted";
        }
    }

    /** What the store does. */
    private static final class AtTheStore implements PathOperation.Cases<String> {

        @Override
        public String recall(PathOperation.Recall recall) {
            return "";
        }

        @Override
        public String write(PathOperation.Write write) {
            return write.fate() == Fate.STORED ? "" : write.fate().text();
        }

        @Override
        public String answer(PathOperation.Answer answer) {
            return "answers " + NameText.of(answer.id()) + ", " + answer.fate().text();
        }

        @Override
        public String stored(PathOperation.Stored stored) {
            return "stores flush #" + stored.flush();
        }

        @Override
        public String failed(PathOperation.Failed failed) {
            return "fails flush #" + failed.flush();
        }

        @Override
        public String retry(PathOperation.Retry retry) {
            return "";
        }

        @Override
        public String retried(PathOperation.Retried retried) {
            return "";
        }

        @Override
        public String consolidated(PathOperation.Consolidated consolidated) {
            return "";
        }

        @Override
        public String save(PathOperation.Save save) {
            return "";
        }

        @Override
        public String kill(PathOperation.Kill kill) {
            return "";
        }

        @Override
        public String close(PathOperation.Close close) {
            return "";
        }

        @Override
        public String settle(PathOperation.Settle settle) {
            return "";
        }
    }
}
