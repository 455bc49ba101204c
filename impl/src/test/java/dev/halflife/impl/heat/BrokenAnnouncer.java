package dev.halflife.impl.heat;

/** A registry with one operation that throws instead. */
final class BrokenAnnouncer<K> implements Announcer<K> {

    /** Which operation throws. */
    enum At {
        TICK,
        COMMIT,
        ROLLBACK
    }

    private final Announcer<K> sound;
    private final At at;
    private final RuntimeException failure;

    BrokenAnnouncer(Announcer<K> sound, At at, RuntimeException failure) {
        this.sound = sound;
        this.at = at;
        this.failure = failure;
    }

    @Override
    public Announcement<K> tick(long nowNanos) {
        failAt(At.TICK);
        return sound.tick(nowNanos);
    }

    @Override
    public void commit(Announcement<K> announcement) {
        failAt(At.COMMIT);
        sound.commit(announcement);
    }

    @Override
    public void rollback(Announcement<K> announcement) {
        failAt(At.ROLLBACK);
        sound.rollback(announcement);
    }

    private void failAt(At operation) {
        if (operation == at) {
            throw failure;
        }
    }
}
