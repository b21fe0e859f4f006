package io.itinera.contracts;

/** The kinds of identity that the platform itself knows; a workspace may add others. */
public final class Identities {
    public static final String ANONYMOUS = "anonymous";
    public static final String USER = "user";
    public static final String EMAIL = "email";

    /** The address of an app's installation for push messages. */
    public static final String DEVICE_TOKEN = "device_token";

    private Identities() {}
}
