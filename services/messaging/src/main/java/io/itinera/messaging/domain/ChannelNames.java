package io.itinera.messaging.domain;

import io.itinera.contracts.Channel;

/** Channels as they are called in profiles, rows and answers. */
public final class ChannelNames {
    private ChannelNames() {}

    /** The channel's name on the wire. */
    public static String of(Channel channel) {
        return switch (channel) {
            case EMAIL -> "email";
        };
    }
}
