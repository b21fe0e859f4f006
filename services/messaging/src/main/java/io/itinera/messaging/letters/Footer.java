package io.itinera.messaging.letters;

import io.itinera.messaging.domain.Wording;
import java.util.Locale;

/**
 * The way out that every marketing mail has: where its author left it out, it stands at the end.
 */
final class Footer {
    private Footer() {}

    static Wording added(Wording wording, String unsubscribe, String locale) {
        String words = words(locale);
        String html = wording.html();
        String text = wording.text();
        return new Wording(
                wording.subject(),
                html.contains(Escaping.HTML.apply(unsubscribe))
                        ? html
                        : inBody(html, paragraph(words, unsubscribe)),
                text.contains(unsubscribe)
                        ? text
                        : text + "\n\n-- \n" + words + ": " + unsubscribe + "\n");
    }

    private static String paragraph(String words, String unsubscribe) {
        return "<p style=\"margin:24px 0;text-align:center;font:12px sans-serif\"><a href=\""
                + Escaping.HTML.apply(unsubscribe)
                + "\" style=\"color:#666666\">"
                + words
                + "</a></p>";
    }

    private static String inBody(String html, String paragraph) {
        int end = html.toLowerCase(Locale.ROOT).lastIndexOf("</body>");
        return end < 0
                ? html + paragraph
                : html.substring(0, end) + paragraph + html.substring(end);
    }

    private static String words(String locale) {
        return switch (Locale.forLanguageTag(locale).getLanguage()) {
            case "ja" -> "配信を停止する";
            case "zh" -> "取消訂閱";
            default -> "Unsubscribe";
        };
    }
}
