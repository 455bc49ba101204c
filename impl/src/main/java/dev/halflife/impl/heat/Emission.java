package dev.halflife.impl.heat;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * One line of an announcement: a key and the rate that peers are to believe.
 *
 * @param rate reads per half-life, finite and at least 0; 0 withdraws the key
 */
public record Emission<K>(K key, double rate) {

    /**
     * Validates the rate.
     *
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public Emission {
        requireRate(rate);
    }

    /** Whether this tells peers that the key's heat is gone. */
    public boolean isWithdrawal() {
        return rate == 0;
    }

    @Override
    public String toString() {
        return "Emission[key=" + key + ", rate=" + NumberOutput.toString(rate, true) + "]";
    }

    static void requireRate(double rate) {
        if (!(rate >= 0 && rate <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "rate must be finite and at least 0: " + NumberOutput.toString(rate, true));
        }
    }
}
