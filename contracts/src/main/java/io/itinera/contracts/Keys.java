package io.itinera.contracts;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Record keys: the workspace first, then who or what the record is about, separated by {@value
 * #SEPARATOR}. Equal keys meet on equal partitions of every topic that has as many.
 */
public final class Keys {
    public static final char SEPARATOR = '|';

    private static final String LAG = SEPARATOR + "segmentation";

    private Keys() {}

    /** The key of everything that is about one customer. */
    public static String customer(String workspace, UUID customer) {
        return workspace + SEPARATOR + customer;
    }

    /**
     * The key of an event before its customer is known: the anonymous id, else the user id, else
     * the first other identity. The identity's kind is part of it, so that a user called like a
     * device is not that device.
     */
    public static String identity(String workspace, String kind, String value) {
        return workspace + SEPARATOR + kind + SEPARATOR + value;
    }

    /** The key of an identity's suppression, which names it by its hash only. */
    public static String suppression(String workspace, String hash) {
        return workspace + SEPARATOR + hash;
    }

    /** The key of an erasure's request. */
    public static String erasure(String workspace, UUID erasure) {
        return workspace + SEPARATOR + erasure;
    }

    /** The key of what one service says of an erasure, beside its request. */
    public static String erasureReceipt(String workspace, UUID erasure, String service) {
        return erasure(workspace, erasure) + SEPARATOR + service;
    }

    /** The key of the word that an erased person is let in again. */
    public static String erasureLift(String workspace, UUID erasure) {
        return erasure(workspace, erasure) + SEPARATOR + "lift";
    }

    /** The key of one immutable version of a definition. */
    public static String version(String workspace, UUID definition, int version) {
        return workspace + SEPARATOR + definition + SEPARATOR + version;
    }

    /** The key of a definition's head: which version is current. */
    public static String head(String workspace, UUID definition) {
        return workspace + SEPARATOR + definition;
    }

    /** The key of which kinds of names are one person's alone in a workspace. */
    public static String identityRules(String workspace) {
        return workspace + SEPARATOR + "identities";
    }

    /** The key of what a workspace says of the events of one name. */
    public static String eventDefinition(String workspace, String event) {
        return workspace + SEPARATOR + event;
    }

    /** The key of what segmentation says of a source's lag, beside the source itself. */
    public static String sourceLag(String workspace, UUID source) {
        return head(workspace, source) + LAG;
    }

    /** Whether a key of the topic of sources is that of a lag. */
    public static boolean isSourceLag(String key) {
        return key.endsWith(LAG);
    }

    /** The workspace at the start of a key; the whole key when it has no separator. */
    public static @Nullable String workspace(byte @Nullable [] key) {
        if (key == null) {
            return null;
        }
        String text = new String(key, StandardCharsets.UTF_8);
        int end = text.indexOf(SEPARATOR);
        return end < 0 ? text : text.substring(0, end);
    }
}
