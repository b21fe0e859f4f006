package io.itinera.collector.dialects.ga4;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Google's rules for one kind of name.
 *
 * @param maxName its characters
 * @param maxValue the characters of the value that has such a name
 * @param prefixes how it may not begin
 * @param names what it may not be
 */
record HitNames(int maxName, int maxValue, Set<String> prefixes, Set<String> names) {
    static final HitNames EVENT =
            new HitNames(
                    40,
                    100,
                    Set.of("_", "firebase_", "ga_", "google_", "gtag."),
                    Set.of(
                            "ad_activeview",
                            "ad_click",
                            "ad_exposure",
                            "ad_query",
                            "ad_reward",
                            "adunit_exposure",
                            "app_clear_data",
                            "app_exception",
                            "app_remove",
                            "app_store_refund",
                            "app_update",
                            "app_upgrade",
                            "error",
                            "first_open",
                            "first_visit",
                            "in_app_purchase",
                            "notification_dismiss",
                            "notification_foreground",
                            "notification_open",
                            "notification_receive",
                            "os_update",
                            "session_start",
                            "user_engagement"));
    static final HitNames PARAM =
            new HitNames(40, 100, Set.of("_", "firebase_", "ga_", "google_", "gtag."), Set.of());
    static final HitNames PROPERTY =
            new HitNames(
                    24,
                    36,
                    Set.of("_", "firebase_", "ga_", "google_"),
                    Set.of(
                            "first_open_time",
                            "first_visit_time",
                            "last_deep_link_referrer",
                            "user_id"));

    private static final Pattern WELL_FORMED = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    boolean isWellFormed(String name) {
        return name.length() <= maxName && WELL_FORMED.matcher(name).matches();
    }

    boolean isReserved(String name) {
        return names.contains(name) || prefixes.stream().anyMatch(name::startsWith);
    }
}
