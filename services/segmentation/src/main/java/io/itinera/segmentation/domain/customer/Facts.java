package io.itinera.segmentation.domain.customer;

import io.itinera.contracts.Channel;
import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.segmentation.domain.identity.Identity;
import io.itinera.segmentation.domain.identity.KnownIdentities;
import io.itinera.segmentation.domain.identity.Named;
import io.itinera.segmentation.domain.identity.Names;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of a customer while it is being changed; the last writer by event time wins. */
final class Facts {
    /** The identify trait that is a statement of consent, by channel. */
    static final String CONSENT = "consent";

    private KnownIdentities identities;
    private final SortedMap<String, Stamped<Object>> traits;
    private final SortedMap<String, Consent> consents;
    private final Map<String, Object> changed = new TreeMap<>();

    Facts(Customer customer) {
        identities = customer.identities();
        traits = new TreeMap<>(customer.traits());
        consents = new TreeMap<>(customer.consents());
    }

    KnownIdentities identities() {
        return identities;
    }

    SortedMap<String, Stamped<Object>> traits() {
        return traits;
    }

    SortedMap<String, Consent> consents() {
        return consents;
    }

    /** The traits that have changed, with their new values; null for one that is gone. */
    Map<String, Object> changed() {
        return changed;
    }

    /** Adds a trait that is not said but follows from what is known; null when it does no more. */
    void note(String name, @Nullable Object value) {
        changed.put(name, value);
    }

    void learn(Happening happening) {
        switch (happening) {
            case Happening.Did did -> learn(did.event(), happening.occurredAt());
            case Happening.Underwent underwent -> learn(underwent.outcome());
            case Happening.Followed _ -> {}
        }
    }

    private void learn(Event event, Instant at) {
        Identity saying = Identity.said(at, event.id(), event.source());
        for (Named name : Names.of(event)) {
            identities = identities.with(name, saying);
        }
        if (event.type() != EventType.identify) {
            return;
        }
        event.traits()
                .forEach(
                        (name, value) -> {
                            if (name.equals(CONSENT) && value instanceof Map<?, ?> byChannel) {
                                byChannel.forEach((channel, said) -> consent(channel, said, at));
                            } else {
                                trait(name, value, at, event.source());
                            }
                        });
    }

    private void learn(Outcome outcome) {
        if (outcome.name() == OutcomeName.CONSENT_CHANGED) {
            consent(
                    outcome.properties().get("channel"),
                    outcome.properties().get("state"),
                    outcome.occurredAt());
        }
    }

    /** What was known of a customer who was found to be this one. */
    void learn(Customer other) {
        identities = identities.with(other.identities());
        other.traits().forEach((name, said) -> trait(name, said.value(), said.at(), said.by()));
        other.consents().forEach(this::consent);
    }

    private void trait(String name, @Nullable Object value, Instant at, @Nullable String by) {
        Stamped<Object> known = traits.get(name);
        if (known != null && !known.yieldsTo(at)) {
            return;
        }
        if (!TraitLimit.admits(traits, name, value)) {
            return;
        }
        traits.put(name, new Stamped<>(value, at, by));
        Object before = known == null ? null : known.value();
        if (!SameValue.same(value, before)) {
            changed.put(name, value);
        }
    }

    private void consent(@Nullable Object channel, @Nullable Object said, Instant at) {
        if (channel instanceof String name && isChannel(name)) {
            switch (said) {
                case Boolean granted -> consent(name, new Consent(granted, at));
                case String state -> consent(name, new Consent(state.equals("granted"), at));
                case null, default -> {}
            }
        }
    }

    private void consent(String channel, Consent said) {
        Consent known = consents.get(channel);
        if (known == null || !said.at().isBefore(known.at())) {
            consents.put(channel, said);
        }
    }

    private static boolean isChannel(String name) {
        for (Channel channel : Channel.values()) {
            if (channel.name().toLowerCase(Locale.ROOT).equals(name)) {
                return true;
            }
        }
        return false;
    }
}
