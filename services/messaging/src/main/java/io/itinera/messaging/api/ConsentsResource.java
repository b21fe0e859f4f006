package io.itinera.messaging.api;

import io.itinera.kit.tenancy.Caller;
import io.itinera.messaging.Consents;
import io.itinera.messaging.domain.AddressConsent;
import io.itinera.messaging.domain.Answer;
import io.itinera.messaging.domain.EmailAddress;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether we may write to an address, as far as we were told ourselves. */
@Path("/consents")
public class ConsentsResource {
    private final Consents consents;
    private final Caller caller;

    @Inject
    ConsentsResource(Consents consents, Caller caller) {
        this.consents = consents;
        this.caller = caller;
    }

    /** An answer; {@code granted} must be said, there is no default. */
    record ConsentChange(
            @Nullable String channel, @Nullable String address, @Nullable Boolean granted) {}

    @GET
    public Uni<Page<AddressConsent>> of(@QueryParam("address") @Nullable String address) {
        EmailAddress known = Checks.address("/address", address);
        return consents.of(caller.workspace(), known)
                .map(found -> new Page<>(List.copyOf(found), null));
    }

    @PUT
    public Uni<AddressConsent> put(ConsentChange change) {
        String channel = Checks.channel("/channel", change.channel());
        EmailAddress address = Checks.address("/address", change.address());
        if (change.granted() == null) {
            throw Checks.flawed("/granted", "is missing");
        }
        Answer answer = change.granted() ? Answer.YES : Answer.NO;
        return consents.answer(caller.workspace(), channel, address, answer);
    }
}
