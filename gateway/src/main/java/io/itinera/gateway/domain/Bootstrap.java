package io.itinera.gateway.domain;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The claim that lets a person create workspaces.
 *
 * @param claim its name; {@code /} steps into objects, as in {@code realm_access/roles}
 * @param value what it must be, or contain when it is a list
 */
public record Bootstrap(String claim, String value) {
    /** Whether a token with these claims may create workspaces. */
    public boolean allows(Map<String, ?> claims) {
        Object at = claims;
        for (String step : claim.split("/", -1)) {
            at = at instanceof Map<?, ?> inner ? inner.get(step) : null;
        }
        return matches(at);
    }

    private boolean matches(@Nullable Object found) {
        if (found instanceof Collection<?> values) {
            return values.contains(value);
        }
        return value.equals(found);
    }
}
