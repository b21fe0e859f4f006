package io.itinera.messaging.domain.delivery;

import io.itinera.contracts.definitions.TemplateDefinition;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.settings.Workspace;
import io.itinera.messaging.domain.CatalogueItem;
import io.itinera.messaging.domain.EmailAddress;
import io.itinera.messaging.domain.Letter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the letter of a delivery whose gates are open; the same material, the same letter. */
public interface Letters {
    /** The letter for a customer, from the newest template and what is known now. */
    Writing write(Material material);

    /**
     * What a letter is written from.
     *
     * @param send what was asked for
     * @param to where it goes
     * @param traceparent the trace of the record that asked
     * @param workspace the settings of who writes
     * @param template the newest published version; absent when there is none
     * @param catalogue the items that the collections mention, by id
     */
    record Material(
            Send send,
            EmailAddress to,
            @Nullable String traceparent,
            Workspace workspace,
            @Nullable TemplateDefinition template,
            Map<String, CatalogueItem> catalogue) {}

    /** What came of writing. */
    sealed interface Writing {
        /** A letter that can leave. */
        record Written(Letter letter) implements Writing {}

        /** It cannot be written, now or later; the reason is a code. */
        record Impossible(String reason) implements Writing {}
    }
}
