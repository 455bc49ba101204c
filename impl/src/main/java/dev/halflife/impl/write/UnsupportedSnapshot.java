package dev.halflife.impl.write;

/** Says that some bytes are a whole snapshot of another format. */
final class UnsupportedSnapshot extends Exception {

    private final String format;

    UnsupportedSnapshot(String format) {
        super(format);
        this.format = format;
    }

    String format() {
        return format;
    }
}
