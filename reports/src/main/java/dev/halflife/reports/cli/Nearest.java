package dev.halflife.reports.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that a mistyped one was meant to be. */
final class Nearest {

    private Nearest() {}

    /** The nearest of these, if it is near enough: a third of the letters wrong at most. */
    static Optional<String> to(String mistyped, Collection<String> words) {
        return words.stream()
                .min(Comparator.comparingInt(word -> distance(mistyped, word)))
                .filter(word -> 3 * distance(mistyped, word) <= Math.max(3, word.length()));
    }

    /** The Levenshtein distance, a swap of neighbours counting as one. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(cost[i][j], cost[i - 2][j - 2] + 1) : cost[i][j];
            }
        }
        return cost[a.length()][b.length()];
    }
}
