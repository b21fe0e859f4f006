package io.itinera.messaging.domain.delivery;

import io.itinera.contracts.Cause;
import io.itinera.contracts.messages.CallBack;
import io.itinera.contracts.messages.Send;
import io.itinera.messaging.domain.ChannelNames;
import io.itinera.messaging.domain.EmailAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to get one message to one customer, from the request to what became of it. There is
 * one for each send's key, however often the request is read.
 *
 * @param key the send's key
 * @param workspace the tenant
 * @param customer who to
 * @param origin who it was when the enrollment began
 * @param cause the enrollment that asks
 * @param request what was asked for; absent when the call-back came first
 * @param traceparent the trace of the record that asked
 * @param receivedAt when we first heard of it, by our own clock
 * @param progress what has become of it
 */
public record Delivery(
        UUID key,
        String workspace,
        UUID customer,
        UUID origin,
        Cause cause,
        @Nullable Send request,
        @Nullable String traceparent,
        Instant receivedAt,
        Progress progress) {

    static Delivery requested(Send send, @Nullable String traceparent, Instant now) {
        return new Delivery(
                send.key(),
                send.workspace(),
                send.customer(),
                send.origin(),
                send.cause(),
                send,
                traceparent,
                now,
                Progress.waiting(now));
    }

    static Delivery unheardOf(CallBack back, @Nullable String traceparent, Instant now) {
        return new Delivery(
                back.key(),
                back.workspace(),
                back.customer(),
                back.origin(),
                back.cause(),
                null,
                traceparent,
                now,
                Progress.waiting(now));
    }

    Delivery with(Progress next) {
        return new Delivery(
                key, workspace, customer, origin, cause, request, traceparent, receivedAt, next);
    }

    Delivery with(Send send) {
        return new Delivery(
                key, workspace, customer, origin, cause, send, traceparent, receivedAt, progress);
    }

    /** The address that the request gives, where it can be mailed to. */
    public Optional<EmailAddress> address() {
        return request == null
                ? Optional.empty()
                : EmailAddress.parse(EmailAddress.claimed(request.profile()));
    }

    /** The name of the channel that the request asks for. */
    public Optional<String> channel() {
        return Optional.ofNullable(request).map(Send::channel).map(ChannelNames::of);
    }
}
