package io.itinera.segmentation.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one anonymous id: the user who used it last.
 *
 * @param user the user id; null while nobody has said who they are
 */
public record Device(@Nullable String user) {
    public static final Device UNKNOWN = new Device(null);

    /** Whether somebody has said whose it is. */
    public boolean linked() {
        return user != null;
    }
}
