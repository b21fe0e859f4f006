package io.itinera.segmentation.domain.identity;

import io.itinera.contracts.Identities;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.events.Event;
import io.itinera.contracts.events.EventType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides who an event is about. A user id wins; an anonymous id belongs to one customer; two
 * identified customers are never merged by inference. A device whose first word is its user's name
 * is theirs from the start: there is nobody to merge.
 */
public final class Recognition {
    private final CustomerIds ids;

    public Recognition(CustomerIds ids) {
        this.ids = ids;
    }

    /**
     * Recognises an event.
     *
     * @param device what is known of the event's own device; {@link Device#UNKNOWN} when it names
     *     none
     */
    public Recognised recognise(Device device, Event event) {
        Claim claim = claim(event);
        String user = event.userId();
        if (event.anonymousId() == null) {
            UUID customer = user == null ? byOtherIdentity(event) : user(event.workspace(), user);
            return new Recognised(customer, customer, null, claim);
        }
        Linking linking =
                user == null
                        ? null
                        : link(
                                        device,
                                        event.workspace(),
                                        event.anonymousId(),
                                        user,
                                        event.receivedAt(),
                                        event.id(),
                                        event.source())
                                .orElse(null);
        UUID customer = owner(event, linking == null ? device : linking.device());
        UUID origin =
                linking == null || linking.merge() == null ? customer : linking.merge().from();
        return new Recognised(customer, origin, linking, claim);
    }

    /** Decides a claim where the claimed device is known; empty when it is theirs already. */
    public Optional<Linking> decide(Device device, Claim claim) {
        return link(
                device,
                claim.workspace(),
                claim.device(),
                claim.user(),
                claim.at(),
                claim.evidence(),
                claim.source());
    }

    /** The device that a release speaks of, when it is theirs still; empty otherwise. */
    public Optional<Device> release(Device device, Release release) {
        return device.user() != null
                        && user(release.workspace(), device.user()).equals(release.customer())
                ? Optional.of(device.released())
                : Optional.empty();
    }

    /** The merge that a claim asks for. */
    public Merge merge(Claim claim) {
        return merge(claim.workspace(), claim.device(), claim.user());
    }

    /** What the ledgers of those whom it concerns say of a linking. */
    public LedgerLine line(Linking linking) {
        LedgerEntry entry = linking.entry();
        String workspace = entry.workspace();
        String previous = entry.previous();
        UUID from =
                previous == null
                        ? ids.of(workspace, Identities.ANONYMOUS, entry.device())
                        : user(workspace, previous);
        LedgerLine.Kind kind =
                switch (entry.kind()) {
                    case LINKED -> LedgerLine.Kind.LINKED;
                    case SWITCHED -> LedgerLine.Kind.SWITCHED;
                };
        return new LedgerLine(
                kind, entry.at(), from, user(workspace, entry.user()), entry.grounds());
    }

    private Merge merge(String workspace, String anonymousId, String user) {
        return new Merge(
                ids.of(workspace, Identities.ANONYMOUS, anonymousId), user(workspace, user));
    }

    private Optional<Linking> link(
            Device device,
            String workspace,
            String anonymousId,
            String user,
            Instant at,
            String evidence,
            @Nullable String source) {
        if (user.equals(device.user())) {
            return Optional.empty();
        }
        LedgerEntry.Kind kind =
                device.linked() ? LedgerEntry.Kind.SWITCHED : LedgerEntry.Kind.LINKED;
        Merge merge =
                device.linked() || device.apart() || !device.hasPast()
                        ? null
                        : merge(workspace, anonymousId, user);
        LedgerEntry entry =
                new LedgerEntry(
                        kind, workspace, anonymousId, user, device.user(), at, evidence, source);
        return Optional.of(new Linking(device.of(user), entry, merge));
    }

    /** An alias speaks of its own device like any event with a user id; of another it claims. */
    private static @Nullable Claim claim(Event event) {
        if (event.type() != EventType.alias
                || event.userId() == null
                || event.previousId() == null
                || event.previousId().equals(event.anonymousId())) {
            return null;
        }
        return new Claim(
                event.workspace(),
                event.previousId(),
                event.userId(),
                event.receivedAt(),
                event.id(),
                event.source());
    }

    private UUID owner(Event event, Device device) {
        return device.user() == null
                ? anonymous(event, event.anonymousId())
                : user(event.workspace(), device.user());
    }

    private UUID byOtherIdentity(Event event) {
        Map.Entry<String, String> first = event.identities().entrySet().iterator().next();
        return ids.of(event.workspace(), first.getKey(), first.getValue());
    }

    private UUID anonymous(Event event, String anonymousId) {
        return ids.of(event.workspace(), Identities.ANONYMOUS, anonymousId);
    }

    private UUID user(String workspace, String user) {
        return ids.of(workspace, Identities.USER, user);
    }
}
