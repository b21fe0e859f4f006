package io.itinera.gateway.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** A web site as browsers name it: scheme, host, and the port unless it is the scheme's own. */
final class Origin {
    private Origin() {}

    /** The origin as browsers write it; nothing when the text is none. */
    static Optional<String> of(String text) {
        try {
            URI uri = new URI(text.strip().toLowerCase(Locale.ROOT));
            return isOrigin(uri) ? Optional.of(text(uri)) : Optional.empty();
        } catch (URISyntaxException noUri) {
            return Optional.empty();
        }
    }

    private static boolean isOrigin(URI uri) {
        boolean isWeb = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean isBare = uri.getRawPath() == null || uri.getRawPath().matches("/?");
        return isWeb
                && isBare
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getPort() < 65_536;
    }

    private static String text(URI uri) {
        int own = uri.getScheme().equals("https") ? 443 : 80;
        boolean isOwn = uri.getPort() < 0 || uri.getPort() == own;
        return uri.getScheme() + "://" + uri.getHost() + (isOwn ? "" : ":" + uri.getPort());
    }
}
