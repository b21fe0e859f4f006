package io.itinera.messaging.domain.delivery;

import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.definitions.TemplateDefinition;
import io.itinera.contracts.settings.Workspace;
import io.itinera.messaging.domain.CatalogueItem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How things stand at the moment that a message may leave.
 *
 * @param workspace its settings; absent when they have not been read yet
 * @param consent what we were told ourselves about the address, such as by a click on unsubscribe
 * @param suppression why the address is not written to; absent when it is
 * @param template the newest published version; absent when there is none
 * @param catalogue the items that the collections mention, by id
 */
public record Circumstances(
        @Nullable Workspace workspace,
        @Nullable Consent consent,
        @Nullable String suppression,
        @Nullable TemplateDefinition template,
        Map<String, CatalogueItem> catalogue) {
    public Circumstances {
        catalogue = Map.copyOf(catalogue);
    }
}
