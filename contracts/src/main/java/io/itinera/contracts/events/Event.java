package io.itinera.contracts.events;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact that we were told, normalised.
 *
 * @param id the sender's message id, or one of ours when it sent none; at most 100 characters
 * @param workspace the tenant whose write key it came with
 * @param type the call it came by
 * @param name a track's event name; {@code $identify}, {@code $page}, {@code $screen}, {@code
 *     $group} or {@code $alias} for the others, whose own name is the property {@code name}
 * @param anonymousId the device's id; with {@code userId} and {@code identities}, at least one is
 *     there
 * @param userId the company's own id of the person
 * @param previousId an alias's old id
 * @param groupId a group's id; unique among groups of its type, which is the property {@code
 *     $group_type} where groups have types
 * @param identities further identities by kind, such as {@code email}
 * @param properties what is known of the event
 * @param traits what it says of the person (identify) or of the group (group)
 * @param context where it happened: page, library, locale, campaign
 * @param occurredAt when it happened by our clock, the sender's skew corrected; never after
 *     receivedAt
 * @param receivedAt when the collector took it; also the Kafka record's timestamp
 * @param source the source whose key it came with
 * @param historic true when it counts in history and never triggers a journey
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Event(
        String id,
        String workspace,
        EventType type,
        String name,
        @Nullable String anonymousId,
        @Nullable String userId,
        @Nullable String previousId,
        @Nullable String groupId,
        Map<String, String> identities,
        Map<String, Object> properties,
        Map<String, Object> traits,
        Map<String, Object> context,
        Instant occurredAt,
        Instant receivedAt,
        String source,
        boolean historic,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more)
        implements EventsRecord {

    public Event {
        identities = Frozen.texts(identities);
        properties = Frozen.map(properties);
        traits = Frozen.map(traits);
        context = Frozen.map(context);
        more = Frozen.map(more);
    }
}
