package dev.halflife.model.write.queue;

import dev.halflife.model.Finding;
import dev.halflife.model.Rule;

/** The rules of the retry queue, as in {@code model/spec/2-write-path.md}. */
public enum QueueRule implements Rule {
    Q1("first in, first out; enqueueing at capacity drops the oldest, and says so"),
    Q2("a drain takes everything; a requeue adds 1 to the attempts, keeps those below max, and says which it dropped"),
    F11(Finding.F11.strictText());

    private final String text;

    QueueRule(String text) {
        this.text = text;
    }

    @Override
    public String id() {
        return name();
    }

    @Override
    public String text() {
        return text;
    }
}
