package dev.halflife.impl.write;

/** Says why some bytes are not a snapshot. */
final class DamagedSnapshot extends Exception {

    private final String reason;

    DamagedSnapshot(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
