package io.itinera.segmentation.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one anonymous id: the user who used it last, and whether there is a customer of
 * its own to be merged when it gets its first user.
 *
 * @param user the user id; null while nobody has said who they are
 * @param hasPast whether it did anything while nobody had said who they are
 */
public record Device(@Nullable String user, boolean hasPast, boolean apart) {
    public static final Device UNKNOWN = new Device(null, false, false);

    /** It has done something, and nobody has said who they are. */
    public static final Device NAMELESS = new Device(null, true, false);

    /** Whether somebody has said whose it is. */
    public boolean linked() {
        return user != null;
    }

    /** Whether nothing was ever heard of it. */
    public boolean isNew() {
        return user == null && !hasPast;
    }

    /** A person undid the merge of its past: nobody's any more, and its past stays its own. */
    public Device released() {
        return new Device(null, hasPast, true);
    }

    Device of(String newUser) {
        return new Device(newUser, hasPast, apart);
    }
}
