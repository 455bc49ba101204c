package dev.halflife.reports.html;

import dev.halflife.sim.json.Printable;
import java.util.Locale;

/** HTML under construction. Whatever comes from a run goes through {@link #text}, so that it is shown and never run. */
final class Markup {

    private final StringBuilder html = new StringBuilder();

    /** Markup of ours. */
    Markup raw(String trusted) {
        html.append(trusted);
        return this;
    }

    /** Text of anybody's. */
    Markup text(String untrusted) {
        html.append(escaped(untrusted));
        return this;
    }

    /** An element with text in it. {@code open} is the tag and its attributes, of ours: {@code td class="number"}. */
    Markup element(String open, String untrusted) {
        String tag = open.split(" ", 2)[0];
        return raw("<" + open + ">").text(untrusted).raw("</" + tag + ">");
    }

    /** An element around other markup. */
    Markup element(String open, Runnable content) {
        String tag = open.split(" ", 2)[0];
        raw("<" + open + ">");
        content.run();
        return raw("</" + tag + ">\n");
    }

    /** A heading of a section, which the table of contents leads to. */
    Markup heading(String untrusted) {
        return element("h2 id=\"" + anchor(untrusted) + "\"", untrusted).raw("\n");
    }

    /** A link to a file beside the page. */
    Markup link(String file, String untrusted) {
        return raw("<a href=\"").text(file).raw("\">").text(untrusted).raw("</a>");
    }

    @Override
    public String toString() {
        return html.toString();
    }

    /** The text with all that could be markup, in content or in an attribute, made harmless. */
    static String escaped(String text) {
        String shown = Printable.inLines(text);
        StringBuilder escaped = new StringBuilder(shown.length());
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** A name that can be an anchor: lower-case letters, digits and hyphens. */
    static String anchor(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
