package io.itinera.messaging.domain;

import java.util.Map;

/**
 * A message as the provider gets it.
 *
 * @param from who it comes from, as in the header
 * @param to whom it goes to
 * @param text what it says
 * @param headers further headers by name
 */
public record Letter(String from, String to, Wording text, Map<String, String> headers) {
    public Letter {
        headers = Map.copyOf(headers);
    }
}
