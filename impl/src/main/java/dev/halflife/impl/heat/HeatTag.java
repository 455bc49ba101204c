package dev.halflife.impl.heat;

/**
 * A key's announced rate as it travels: {@code heat:<hex>=<rate>} or {@code heat:blob:<hex>=<rate>}.
 *
 * <p>The rate is finite and at least 0, and 0 is the withdrawal. Whatever is printed parses to an equal tag.
 */
public sealed interface HeatTag {

    /** Reads per half-life, finite and at least 0; 0 withdraws the key. */
    double rate();

    /** The wire form. */
    String print();

    /**
     * Reads a tag.
     *
     * @throws IllegalArgumentException saying in one sentence what is wrong with it: an unknown form, a key that is not
     *     lower-case hex of the full width, or a rate that is negative, not finite, or not a plain decimal number
     */
    static HeatTag parse(String tag) {
        int equals = tag.indexOf('=');
        if (equals < 0 || !tag.startsWith(Chain.PREFIX)) {
            throw new IllegalArgumentException("tag must read heat:<hex>=<rate> or heat:blob:<hex>=<rate>: " + tag);
        }
        double rate = DecimalRate.parse(tag.substring(equals + 1));
        String key = tag.substring(0, equals);
        return key.startsWith(Blob.PREFIX)
                ? new Blob(BlobHash.parse(key.substring(Blob.PREFIX.length())), rate)
                : new Chain(ChainId.parse(key.substring(Chain.PREFIX.length())), rate);
    }

    /** The heat of a chain. */
    record Chain(ChainId key, double rate) implements HeatTag {

        private static final String PREFIX = "heat:";

        /** Validates the rate. */
        public Chain {
            rate = DecimalRate.require(rate);
        }

        @Override
        public String print() {
            return PREFIX + key + "=" + DecimalRate.print(rate);
        }
    }

    /** The heat of a blob. */
    record Blob(BlobHash key, double rate) implements HeatTag {

        private static final String PREFIX = "heat:blob:";

        /** Validates the rate. */
        public Blob {
            rate = DecimalRate.require(rate);
        }

        @Override
        public String print() {
            return PREFIX + key + "=" + DecimalRate.print(rate);
        }
    }
}
