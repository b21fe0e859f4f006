package io.itinera.journeys.store;

import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.activity.Profile;
import io.itinera.kit.codec.Packer;
import io.itinera.kit.codec.Unpacker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Profiles as bytes. Tags are forever; the next free one is 5. */
final class ProfileCodec {
    private static final int VERSION = 1;

    private ProfileCodec() {}

    private record Granted(String channel, Consent consent) {}

    static byte[] write(Profile profile) {
        Packer out =
                new Packer(VERSION)
                        .value(1, new TreeMap<>(profile.identities()))
                        .value(2, profile.traits())
                        .texts(3, profile.segments());
        new TreeMap<>(profile.consents())
                .forEach(
                        (channel, consent) ->
                                out.message(
                                        4, new Granted(channel, consent), ProfileCodec::granted));
        return out.toBytes();
    }

    private static void granted(Packer out, Granted granted) {
        out.text(1, granted.channel())
                .bool(2, granted.consent().granted())
                .instant(3, granted.consent().at());
    }

    static Profile read(byte[] bytes) {
        Unpacker in = Unpacker.of(bytes);
        Map<String, String> identities = new HashMap<>();
        Map<String, Object> traits = Map.of();
        List<String> segments = new ArrayList<>();
        Map<String, Consent> consents = new HashMap<>();
        while (in.next()) {
            switch (in.tag()) {
                case 1 ->
                        in.object().forEach((kind, value) -> identities.put(kind, (String) value));
                case 2 -> traits = in.object();
                case 3 -> segments.add(in.text());
                case 4 -> {
                    Granted granted = in.message(ProfileCodec::granted);
                    consents.put(granted.channel(), granted.consent());
                }
                default -> in.keep();
            }
        }
        return new Profile(identities, traits, segments, consents);
    }

    private static Granted granted(Unpacker in) {
        String channel = "";
        boolean granted = false;
        Instant at = Instant.EPOCH;
        while (in.next()) {
            switch (in.tag()) {
                case 1 -> channel = in.text();
                case 2 -> granted = in.bool();
                case 3 -> at = in.instant();
                default -> in.keep();
            }
        }
        return new Granted(channel, new Consent(granted, at));
    }
}
