package dev.halflife.sim.write.world;

import dev.halflife.model.Rule;

/**
 * What the write path promises as a whole, as in {@code model/spec/5-worlds.md}; the parts' own rules are judged too, under
 * their own ids.
 */
enum PathRule implements Rule {
    X1(
            "no credit is lost, through failure, restore, drain and close: what is recorded is stored, on its way or pending, but for what a kill takes"),
    X2("no credit is stored twice"),
    X3(
            "every stored distance is a sample, snapshots are saved when due and at close, and a restart loads the last one"),
    X4(
            "every write asks its own partition's breaker, which hears how the store answered: no partition's failures touch another"),
    X5(
            "every write is weighed, every consolidation that reports is heard, and one whose report is lost does not stop the next"),
    X6("an item without its embedding waits in the queue, through restarts, until it is embedded or named as dropped"),
    X7("arrivals, working set and cursor go on after a restart where the store stands; none goes back"),
    X8("after the world has healed everything pending drains");

    private final String text;

    PathRule(String text) {
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
