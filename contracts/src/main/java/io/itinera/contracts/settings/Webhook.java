package io.itinera.contracts.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Wire;
import org.jspecify.annotations.Nullable;

/**
 * How a source takes another system's webhooks.
 *
 * @param preset whose signature it checks: a provider's name, {@code hmac} for one that a rule
 *     describes, {@code none} for senders that sign nothing
 * @param sealedSecret what signatures are checked with, sealed so that only services can read it
 * @param rule how a signature is checked, with the preset {@code hmac}
 * @param mapping the JSONata expression that makes events of a body; empty for the preset's own
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Webhook(
        String preset,
        @Nullable String sealedSecret,
        @Nullable SignatureRule rule,
        String mapping) {}
