package io.itinera.contracts.messages;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Cause;
import io.itinera.contracts.Channel;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import io.itinera.contracts.activity.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Say something to a customer.
 *
 * @param key UUIDv5 of workspace, journey, enrollment, node and visit; from here to the provider's
 *     idempotency header
 * @param workspace the tenant
 * @param customer who to
 * @param origin who it was when the enrollment began
 * @param cause the enrollment that asks
 * @param channel the way to them
 * @param template the template; its newest published version is rendered
 * @param trigger the event that started the enrollment
 * @param collections what the enrollment gathered by name, such as {@code cart}; each item is the
 *     properties of the event that added it
 * @param profile what was known of the customer when the journey asked
 * @param requestedAt when it asked, by its partition's clock
 * @param hops hops of the outcome that led here, for the outcomes that this leads to
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Send(
        UUID key,
        String workspace,
        UUID customer,
        UUID origin,
        Cause cause,
        Channel channel,
        UUID template,
        Trigger trigger,
        Map<String, List<Map<String, Object>>> collections,
        Profile profile,
        Instant requestedAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) int hops,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more)
        implements MessageCommand {

    public Send {
        collections = collections == null ? Map.of() : Map.copyOf(collections);
        more = Frozen.map(more);
    }
}
