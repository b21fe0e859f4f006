package io.itinera.stack.inbox;

import java.util.List;
import java.util.stream.Collectors;

/** The inbox as a person reads it. */
final class Page {

    private static final int MAILS_PER_PAGE = 100;

    private static final String STYLE =
            """
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
            body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem; }
            h1 { font-size: 1.4rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
            table { border-collapse: collapse; width: 100%; }
            td, th { border-bottom: 1px solid #8884; padding: .5rem .75rem .5rem 0;
              text-align: left; vertical-align: top; overflow-wrap: anywhere; }
            td:last-child { white-space: nowrap; }
            a { color: LinkText; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
            dt { opacity: .7; } dd { margin: 0; overflow-wrap: anywhere; }
            iframe { border: 1px solid #8886; background: #fff; width: 100%; height: 70vh; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; }
            """;

    private Page() {}

    /** The newest of these, newest first, with a way to the older ones. */
    static String list(List<MailStore.Entry> mails) {
        List<MailStore.Entry> newest =
                mails.subList(Math.max(0, mails.size() - MAILS_PER_PAGE), mails.size()).reversed();
        String rows = newest.stream().map(Page::row).collect(Collectors.joining());
        String older =
                mails.size() > newest.size()
                        ? "<p><a href=\"/?before=%d\">Older mails</a></p>"
                                .formatted(newest.getLast().id())
                        : "";
        String body =
                newest.isEmpty()
                        ? "<p>No mail yet. What Itinera sends arrives here.</p>"
                        : "<table><thead><tr><th>To<th>Subject<th>Received</tr></thead><tbody>"
                                + rows
                                + "</tbody></table>"
                                + older;
        return document("Inbox", "<h1>Inbox (%d)</h1>%s".formatted(mails.size(), body));
    }

    static String mail(Mail mail) {
        String content =
                mail.html().isBlank()
                        ? "<pre>%s</pre>".formatted(escape(mail.text()))
                        : ("<iframe sandbox=\"allow-popups\" src=\"/mails/%d/html\""
                                        + " title=\"The mail's HTML\"></iframe>")
                                .formatted(mail.id());
        return document(
                mail.subject(),
                """
                <p><a href="/">Inbox</a> · <a href="/mails/%d/raw">Raw source</a></p>
                <h1>%s</h1>
                <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd></dl>
                %s
                """
                        .formatted(
                                mail.id(),
                                escape(mail.subject()),
                                escape(mail.headers().getOrDefault("From", mail.from())),
                                escape(String.join(", ", mail.to())),
                                time(mail.receivedAt()),
                                content));
    }

    private static String row(MailStore.Entry mail) {
        return "<tr><td>%s<td><a href=\"/mails/%d\">%s</a><td>%s</tr>"
                .formatted(
                        escape(String.join(", ", mail.to())),
                        mail.id(),
                        mail.subject().isBlank() ? "(no subject)" : escape(mail.subject()),
                        time(mail.receivedAt().toString()));
    }

    private static String time(String instant) {
        return "<time datetime=\"%s\">%s</time>"
                .formatted(instant, instant.substring(0, 19).replace('T', ' ') + " UTC");
    }

    private static String document(String title, String body) {
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>%s</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>%s</style></head><body>%s</body></html>
        """
                .formatted(escape(title), STYLE, body);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
