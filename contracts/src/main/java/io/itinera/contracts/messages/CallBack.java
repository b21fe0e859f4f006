package io.itinera.contracts.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Cause;
import io.itinera.contracts.Wire;
import java.time.Instant;
import java.util.UUID;

/**
 * Take a send back that has not left yet. One for a send that messaging has not seen is remembered:
 * the send is then called back when it comes.
 *
 * @param key the send's key
 * @param workspace the tenant
 * @param customer who it was for
 * @param origin who it was when the enrollment began
 * @param cause the enrollment that takes it back
 * @param reason why, as a code such as {@code excluded:ordered}
 * @param requestedAt when, by the journey's clock
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CallBack(
        UUID key,
        String workspace,
        UUID customer,
        UUID origin,
        Cause cause,
        String reason,
        Instant requestedAt)
        implements MessageCommand {}
