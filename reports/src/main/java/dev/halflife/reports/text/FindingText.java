package dev.halflife.reports.text;

import dev.halflife.model.Finding;

/** What a finding costs whoever runs the published algorithm. */
public final class FindingText {

    private FindingText() {}

    /** Why it matters, in a sentence or two. */
    public static String whyItMatters(Finding finding) {
        return switch (finding) {
            case F1 ->
                "An answer that comes late is taken for the answer to a newer announcement: an update is lost, or goes"
                        + " out twice, and nobody can tell.";
            case F2 ->
                "After any tick all keys look equally recent, so that the hottest key can be evicted and a dead one"
                        + " kept: the cache forgets what it was made to remember.";
            case F3 -> "Peers route to keys that this node dropped long ago, for ever: no withdrawal is ever sent.";
            case F4 ->
                "Two threads that read their clocks in the other order decay the same time twice: under load, rates are"
                        + " too low by any factor.";
            case F5 -> "Dead entries fill the registry up to its cap, slow every tick down, and push live ones out.";
            case F6 ->
                "Under steady contention nobody flushes and memory grows without bound; credits already counted can miss"
                        + " their flush.";
            case F7 ->
                "A slow writer and a fast one share a file: what is renamed into place is torn, and the next start"
                        + " loses all statistics.";
            case F8 -> "A store that has just come back is hit by every caller at once, and goes down again.";
            case F9 ->
                "One consolidation that never reports, and there is never another: the backlog grows until somebody"
                        + " restarts the process.";
            case F10 ->
                "A driver that dies at the wrong moment leaves its keys marked for ever: they are never announced"
                        + " again.";
            case F11 ->
                "Repeated failure while new items arrive grows the queue past the bound that was to protect memory.";
            case F12 -> "Memory grows with every revision ever written.";
            case F13 ->
                "A sink that applies and then fails leaves peers with a rate that the registry never hears of; once the"
                        + " key has decayed it is never withdrawn.";
            case F14 ->
                "One sample of 1e200, finite and legal, turns mean and deviation into infinities and NaN for good.";
        };
    }
}
