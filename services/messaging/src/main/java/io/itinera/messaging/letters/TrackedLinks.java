package io.itinera.messaging.letters;

import io.itinera.messaging.domain.Items;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leads the links of a rendered mail through us, so that we learn that they were followed. */
final class TrackedLinks {
    /** An anchor's opening tag; it ends before the next tag begins, so that each is read once. */
    private static final Pattern ANCHOR = Pattern.compile("<a\\s[^<>]*>", Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(\\shref\\s*=\\s*)(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE);

    private final Links links;

    TrackedLinks(Links links) {
        this.links = links;
    }

    /** The mail with its links to the web replaced, save the one that must work without us. */
    String in(String html, UUID send, String untouched) {
        return ANCHOR.matcher(html)
                .replaceAll(
                        anchor -> Matcher.quoteReplacement(tag(anchor.group(), send, untouched)));
    }

    private String tag(String anchor, UUID send, String untouched) {
        return ADDRESS.matcher(anchor).replaceFirst(found -> replaced(found, send, untouched));
    }

    private String replaced(MatchResult found, UUID send, String untouched) {
        String written = found.group(2) == null ? found.group(3) : found.group(2);
        String url = Items.web(unescaped(written));
        if (url == null || url.equals(untouched)) {
            return Matcher.quoteReplacement(found.group());
        }
        String tracked = Escaping.HTML.apply(links.click(send, url));
        return Matcher.quoteReplacement(found.group(1) + '"' + tracked + '"');
    }

    /** The inverse of what we escape; other entities do not occur in addresses. */
    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
