package dev.halflife.reports.html;

import dev.halflife.reports.change.Change;
import dev.halflife.reports.text.Verdicts;

/** What changed since the run before in the same folder. */
final class ChangeSection implements Section {

    private static final String TITLE = "Since the last run";

    @Override
    public String title(Page page) {
        return TITLE;
    }

    @Override
    public void draw(Markup html, Page page) {
        html.heading(TITLE);
        html.element("p", page.changes().summary()).raw("\n");
        if (page.changes().list().isEmpty()) {
            return;
        }
        html.raw("<ul class=\"changes\">\n");
        for (Change change : page.changes().list()) {
            html.raw("<li>");
            if (change.kind() == Change.Kind.WORSE) {
                html.element("strong", Verdicts.sign("violated") + " worse").text(" ");
            } else if (change.kind() == Change.Kind.BETTER) {
                html.element("strong", Verdicts.sign("holds") + " better").text(" ");
            }
            html.text(change.sentence()).raw("</li>\n");
        }
        html.raw("</ul>\n");
    }
}
