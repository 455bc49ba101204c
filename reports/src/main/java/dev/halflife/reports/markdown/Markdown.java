package dev.halflife.reports.markdown;

import dev.halflife.sim.json.Printable;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown as GitHub and GitLab read it. Whatever comes from a run is shown and never taken for markup. */
final class Markdown {

    /** All that can begin or end markup within a line, and the bar that ends a cell. */
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_~\\[\\]<>&|$#@]");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** Text on one line, in prose or in a cell. */
    static String text(String untrusted) {
        return MARKUP.matcher(Printable.inLines(untrusted).replace('\n', ' ')).replaceAll("\\\\$0");
    }

    /** A row of a table of such texts. */
    static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** The line below a table's titles; those from {@code numbers} on are set to the right. */
    static String rule(int columns, int numbers) {
        return "|" + String.join("|", Collections.nCopies(numbers, "---")) + "|"
                + String.join("|", Collections.nCopies(columns - numbers, "--:")) + "|\n";
    }

    /** Text as it is, in a fence longer than any run of backticks in it. */
    static String fenced(String untrusted) {
        int longest = 2;
        Matcher runs = BACKTICKS.matcher(untrusted);
        while (runs.find()) {
            longest = Math.max(longest, runs.end() - runs.start());
        }
        String fence = "`".repeat(longest + 1);
        return fence + "text\n" + Printable.inLines(untrusted).stripTrailing() + "\n" + fence + "\n";
    }

    /** Something folded away below a title. */
    static String folded(String untrustedTitle, String content) {
        // Within the tags a title is HTML.
        String title = Printable.inLines(untrustedTitle)
                .replace('\n', ' ')
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        return "<details><summary>" + title + "</summary>\n\n" + content + "\n</details>\n";
    }
}
