package dev.halflife.sim.write.credits;

/** The ids of generated schedules: a, b, … z, a1, b1, …. */
final class CreditIds {

    private static final int LETTERS = 26;

    private CreditIds() {}

    /** The {@code index}-th id, from 0. */
    static String id(int index) {
        String letter = String.valueOf((char) ('a' + index % LETTERS));
        return index < LETTERS ? letter : letter + index / LETTERS;
    }
}
