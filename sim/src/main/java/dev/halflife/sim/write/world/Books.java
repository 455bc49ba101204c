package dev.halflife.sim.write.world;

import java.util.Map;
import java.util.TreeMap;
import kotlinx.collections.immutable.ExtensionsKt;
import kotlinx.collections.immutable.PersistentMap;

/**
 * Where every credit went, but for those stored and those pending: an immutable value.
 *
 * @param recorded what callers recorded
 * @param lost what a kill took, which is all that may be lost (A4)
 * @param onTheirWay the flushes that the store has not answered, by number
 * @param underWay the credits of these
 * @param flushes how many flushes came out so far
 */
public record Books(
        Credits recorded, Credits lost, PersistentMap<Long, OnItsWay> onTheirWay, Credits underWay, long flushes) {

    static final Books EMPTY = new Books(Credits.NONE, Credits.NONE, ExtensionsKt.persistentMapOf(), Credits.NONE, 0);

    /**
     * A flush that the store has not answered.
     *
     * @param ofProcess its number among the flushes of its process
     * @param credits what is in it
     * @param orphaned whether that process is gone, so that it cannot come back
     */
    public record OnItsWay(long ofProcess, Credits credits, boolean orphaned) {}

    Books recording(Iterable<String> ids) {
        Credits more = recorded;
        for (String id : ids) {
            more = more.plus(id, 1);
        }
        return new Books(more, lost, onTheirWay, underWay, flushes);
    }

    Books losing(Credits more) {
        return new Books(recorded, lost.plus(more), onTheirWay, underWay, flushes);
    }

    Books sending(long ofProcess, Credits credits) {
        return new Books(
                recorded,
                lost,
                onTheirWay.putting(flushes + 1, new OnItsWay(ofProcess, credits, false)),
                underWay.plus(credits),
                flushes + 1);
    }

    Books answered(long flush) {
        OnItsWay answered = onTheirWay.get(flush);
        return answered == null
                ? this
                : new Books(recorded, lost, onTheirWay.removing(flush), underWay.minus(answered.credits()), flushes);
    }

    /** After the process is gone. */
    Books orphaned() {
        PersistentMap<Long, OnItsWay> all = onTheirWay;
        for (Map.Entry<Long, OnItsWay> entry : new TreeMap<>(onTheirWay).entrySet()) {
            OnItsWay sent = entry.getValue();
            all = all.putting(entry.getKey(), new OnItsWay(sent.ofProcess(), sent.credits(), true));
        }
        return new Books(recorded, lost, all, underWay, flushes);
    }
}
