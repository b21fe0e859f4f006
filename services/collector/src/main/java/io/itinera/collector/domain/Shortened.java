package io.itinera.collector.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Personal details without the part that tells one person from their neighbours. */
public final class Shortened {
    private static final int GROUPS = 8;
    private static final int KEPT_GROUPS = 3;

    /** The characters of a user agent that anything is kept of; browsers' have two hundred. */
    public static final int USER_AGENT_LENGTH = 500;

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern GAP = Pattern.compile("\\s+");
    private static final Pattern FINER_VERSION = Pattern.compile("(/\\d+)[^\\s/]*");

    private Shortened() {}

    /**
     * An IP address's network: 24 bits of IPv4, 48 of IPv6, the rest zero. Nothing when the text is
     * no address.
     */
    public static Optional<String> address(String text) {
        int zone = text.indexOf('%');
        String bare = zone < 0 ? text : text.substring(0, zone);
        int mapped = bare.lastIndexOf(':');
        if (bare.indexOf('.') >= 0) {
            return version4(bare.substring(mapped + 1));
        }
        return mapped < 0 ? Optional.empty() : version6(bare);
    }

    private static Optional<String> version4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        for (String part : parts) {
            if (!part.matches("\\d{1,3}") || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
        }
        return Optional.of(parts[0] + "." + parts[1] + "." + parts[2] + ".0");
    }

    private static Optional<String> version6(String text) {
        int gap = text.indexOf("::");
        List<String> head = groups(gap < 0 ? text : text.substring(0, gap));
        List<String> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2));
        List<String> all = new ArrayList<>(head);
        int known = head.size() + tail.size();
        if (gap < 0 ? known != GROUPS : known >= GROUPS) {
            return Optional.empty();
        }
        while (all.size() < GROUPS - tail.size()) {
            all.add("0");
        }
        all.addAll(tail);
        if (!all.stream().allMatch(group -> group.matches("[0-9a-fA-F]{1,4}"))) {
            return Optional.empty();
        }
        return Optional.of(network(all.subList(0, KEPT_GROUPS)));
    }

    private static List<String> groups(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(":", -1));
    }

    private static String network(List<String> groups) {
        StringBuilder network = new StringBuilder();
        for (String group : groups) {
            network.append(Integer.toHexString(Integer.parseInt(group, 16))).append(':');
        }
        return network.append(':').toString();
    }

    /** A user agent's products with the first number of their versions, without the comments. */
    public static String userAgent(String text) {
        String bare = COMMENT.matcher(beginning(text)).replaceAll("");
        String products = FINER_VERSION.matcher(bare).replaceAll("$1");
        return GAP.matcher(products).replaceAll(" ").strip();
    }

    /** As much of it as is looked at, without half of a character at its end. */
    private static String beginning(String text) {
        if (text.length() <= USER_AGENT_LENGTH) {
            return text;
        }
        boolean isHalf = Character.isHighSurrogate(text.charAt(USER_AGENT_LENGTH - 1));
        return text.substring(0, USER_AGENT_LENGTH - (isHalf ? 1 : 0));
    }
}
