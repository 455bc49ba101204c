package dev.halflife.impl.heat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A sink that keeps every batch until the test answers it. Not thread-safe. */
final class PendingSink<K> implements HeatSink<K> {

    private final List<List<Emission<K>>> batches = new ArrayList<>();
    private final List<CompletableFuture<Void>> answers = new ArrayList<>();

    @Override
    public CompletionStage<Void> announce(List<Emission<K>> batch) {
        batches.add(batch);
        CompletableFuture<Void> answer = new CompletableFuture<>();
        answers.add(answer);
        return answer;
    }

    /** Every batch handed over so far, oldest first. */
    List<List<Emission<K>>> batches() {
        return batches;
    }

    /** The keys handed over and not answered yet, as often as they were. */
    List<K> pendingKeys() {
        List<K> keys = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            if (!answers.get(i).isDone()) {
                batches.get(i).forEach(emission -> keys.add(emission.key()));
            }
        }
        return keys;
    }

    void succeed(int batch) {
        answers.get(batch).complete(null);
    }

    void fail(int batch) {
        answers.get(batch).completeExceptionally(new SinkFailure());
    }

    /** What a failing sink fails with. */
    static final class SinkFailure extends RuntimeException {

        SinkFailure() {
            super("no peer reached");
        }
    }
}
