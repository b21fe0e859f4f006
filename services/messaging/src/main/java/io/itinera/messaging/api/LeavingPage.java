package io.itinera.messaging.api;

import io.itinera.messaging.letters.Escaping;
import java.util.Map;
import java.util.Objects;

/** The page on which customers say that they want no more: it asks, and then it confirms. */
final class LeavingPage {
    private static final String FRAME = Resources.text("/pages/leaving.html");

    private static final Map<String, Words> WORDS =
            Map.of(
                    "en",
                    new Words(
                            "Unsubscribe",
                            "Do you want to receive no more messages from %s?",
                            "Yes, unsubscribe me",
                            "You are unsubscribed",
                            "You will receive no more messages from %s.",
                            "This link is not valid",
                            "It may have been cut off. Please use the link in the mail itself."),
                    "ja",
                    new Words(
                            "配信停止",
                            "%s からのメッセージの配信を停止しますか？",
                            "はい、配信を停止します",
                            "配信を停止しました",
                            "今後、%s からのメッセージは届きません。",
                            "このリンクは無効です",
                            "リンクが途中で切れている可能性があります。メール内のリンクをお使いください。"),
                    "zh-TW",
                    new Words(
                            "取消訂閱",
                            "您要停止接收 %s 的訊息嗎？",
                            "是，取消訂閱",
                            "已取消訂閱",
                            "您將不再收到 %s 的訊息。",
                            "此連結無效",
                            "連結可能不完整，請使用郵件中的連結。"));

    private record Words(
            String title,
            String question,
            String button,
            String doneTitle,
            String done,
            String invalidTitle,
            String invalid) {}

    private LeavingPage() {}

    /** Asks; the button posts to the page's own address. */
    static String question(String shop, String locale) {
        Words words = words(locale);
        String form =
                "<form method=\"post\"><button type=\"submit\">"
                        + words.button()
                        + "</button></form>";
        return page(locale, words.title(), words.question().formatted(shop), form);
    }

    /** Confirms. */
    static String done(String shop, String locale) {
        Words words = words(locale);
        return page(locale, words.doneTitle(), words.done().formatted(shop), "");
    }

    /** For a link that leads nowhere. */
    static String invalid(String locale) {
        Words words = words(locale);
        return page(locale, words.invalidTitle(), words.invalid(), "");
    }

    private static Words words(String locale) {
        return Objects.requireNonNull(WORDS.get(locale));
    }

    private static String page(String locale, String title, String text, String form) {
        return FRAME.replace("{lang}", locale)
                .replace("{title}", Escaping.HTML.apply(title))
                .replace("{text}", Escaping.HTML.apply(text))
                .replace("{form}", form);
    }
}
