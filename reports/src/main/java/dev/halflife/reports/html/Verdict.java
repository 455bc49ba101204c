package dev.halflife.reports.html;

import dev.halflife.reports.text.Verdicts;

/** Verdicts as a reader sees them: never by colour alone. */
final class Verdict {

    private Verdict() {}

    /** A sign for a verdict. */
    static String sign(String verdict) {
        return Verdicts.sign(verdict);
    }
}
