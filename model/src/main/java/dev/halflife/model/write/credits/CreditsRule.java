package dev.halflife.model.write.credits;

import dev.halflife.model.Finding;
import dev.halflife.model.Rule;

/** The rules of importance credits, as in {@code model/spec/2-write-path.md} and {@code model/spec/3-findings.md}. */
public enum CreditsRule implements Rule {
    A1("each credit recorded is handed out exactly once or is still pending, under any interleaving"),
    A2(
            "record adds one credit per element; the call that brings the pending count to the threshold takes the whole pile"),
    A3("a flush is never empty, and recording nothing does nothing"),
    A4("drain hands out everything pending and resets the count"),
    A5("at rest the pending count equals the number of credits in the pile"),
    A6("between calls the pending count is below the threshold, but for what was restored"),
    F6(Finding.F6);

    private final String text;

    CreditsRule(String text) {
        this.text = text;
    }

    CreditsRule(Finding finding) {
        this.text = finding.strictText();
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
