package io.itinera.messaging.store;

import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.settings.Workspace;
import io.itinera.messaging.domain.AddressConsent;
import io.itinera.messaging.domain.ChannelNames;
import io.itinera.messaging.domain.EmailAddress;
import io.itinera.messaging.domain.Items;
import io.itinera.messaging.domain.delivery.Circumstances;
import io.itinera.messaging.domain.delivery.Delivery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers how things stand for a delivery that is due. */
@ApplicationScoped
public class CircumstancesStore {
    private static final Circumstances NOTHING_KNOWN =
            new Circumstances(null, null, null, null, Map.of());

    private final ConsentStore consents;
    private final SuppressionStore suppressions;
    private final VersionStore versions;
    private final CatalogueStore catalogue;

    @Inject
    CircumstancesStore(
            ConsentStore consents,
            SuppressionStore suppressions,
            VersionStore versions,
            CatalogueStore catalogue) {
        this.consents = consents;
        this.suppressions = suppressions;
        this.versions = versions;
        this.catalogue = catalogue;
    }

    /** As of this moment; one query after the other, as a session has it. */
    public Uni<Circumstances> of(Delivery delivery, @Nullable Workspace workspace) {
        Send send = delivery.request();
        if (send == null) {
            return Uni.createFrom().item(NOTHING_KNOWN);
        }
        String channel = ChannelNames.of(send.channel());
        EmailAddress address = delivery.address().orElse(null);
        return Uni.combine()
                .all()
                .unis(
                        consent(send.workspace(), channel, address),
                        suppression(send.workspace(), channel, address),
                        versions.newest(send.workspace(), send.template()),
                        catalogue.byId(send.workspace(), Items.ids(send.collections())))
                .usingConcurrencyOf(1)
                .with(
                        (consent, suppression, template, items) ->
                                new Circumstances(
                                        workspace, consent, suppression, template, items));
    }

    private Uni<@Nullable Consent> consent(
            String workspace, String channel, @Nullable EmailAddress address) {
        return address == null
                ? Uni.createFrom().nullItem()
                : consents.of(workspace, channel, address).map(CircumstancesStore::consent);
    }

    private static @Nullable Consent consent(@Nullable AddressConsent known) {
        return known == null ? null : new Consent(known.granted(), known.at());
    }

    private Uni<@Nullable String> suppression(
            String workspace, String channel, @Nullable EmailAddress address) {
        return address == null
                ? Uni.createFrom().nullItem()
                : suppressions.reason(workspace, channel, address);
    }
}
