package io.itinera.kit.tenancy;

import java.util.Set;

/**
 * What an internal token says.
 *
 * @param workspace the tenant that the request is about; nothing of another one may be touched
 * @param person who asks
 * @param rights what they may do there, as the gateway sees it
 */
public record Grant(String workspace, String person, Set<String> rights) {
    public Grant {
        rights = Set.copyOf(rights);
    }
}
