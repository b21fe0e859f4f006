package io.itinera.segmentation.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.itinera.contracts.activity.ActivityCause;
import io.itinera.kit.json.Json;
import io.itinera.segmentation.CustomerRows;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Entry;
import io.itinera.segmentation.domain.customer.Happening;
import io.itinera.segmentation.domain.customer.KnownAccounts;
import io.itinera.segmentation.domain.customer.Standing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one customer, as lines of JSON; each says by {@code about} what it
 * is.
 */
final class Dossier implements CustomerRows.Sheet {
    private final Function<Customer, KnownAccounts> accounts;

    /**
     * A dossier.
     *
     * @param accounts what is known of the accounts that a customer belongs to
     */
    Dossier(Function<Customer, KnownAccounts> accounts) {
        this.accounts = accounts;
    }

    /**
     * A segment that the customer is in.
     *
     * @param segment the segment
     * @param version by which version of it
     * @param since since when
     * @param cause what brought them in
     * @param changesAt when time alone may change it; absent when it cannot
     */
    @RegisterForReflection
    record Membership(
            String segment,
            int version,
            Instant since,
            ActivityCause cause,
            @Nullable Instant changesAt) {
        static Membership of(Map.Entry<String, Standing> entry) {
            Standing standing = entry.getValue();
            return new Membership(
                    entry.getKey(),
                    standing.version(),
                    standing.since(),
                    standing.cause(),
                    standing.changesAt());
        }
    }

    /** When time will next change something about the customer. */
    @RegisterForReflection
    record Timer(Instant at) {}

    /** How we know who they are, which is read wherever it lies. */
    static String head(IdentitiesAnswer known) {
        StringBuilder head = new StringBuilder();
        known.identities().forEach(it -> head.append(line("identity", it)));
        known.ledger().forEach(it -> head.append(line("ledger", it)));
        return head.toString();
    }

    @Override
    public String of(Customer customer) {
        StringBuilder lines =
                new StringBuilder(
                        line("profile", CustomerAnswer.of(customer, accounts.apply(customer))));
        for (Map.Entry<String, Standing> entry : customer.standings().entrySet()) {
            if (entry.getValue().member()) {
                lines.append(line("membership", Membership.of(entry)));
            }
        }
        customer.wakesAt().ifPresent(at -> lines.append(line("timer", new Timer(at))));
        return lines.toString();
    }

    @Override
    public String of(Entry entry) {
        ObjectNode line = node("timeline", TimelineAnswer.of(entry));
        switch (entry.happening()) {
            case Happening.Did did -> line.set("event", Json.mapper().valueToTree(did.event()));
            case Happening.Underwent it ->
                    line.set("outcome", Json.mapper().valueToTree(it.outcome()));
            case Happening.Followed _ -> {
                // The line says all that there is.
            }
        }
        return text(line);
    }

    private static String line(String about, Object value) {
        return text(node(about, value));
    }

    private static ObjectNode node(String about, Object value) {
        ObjectNode line = Json.mapper().createObjectNode().put("about", about);
        line.setAll((ObjectNode) Json.mapper().valueToTree(value));
        return line;
    }

    private static String text(ObjectNode line) {
        try {
            return Json.mapper().writeValueAsString(line) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is answered as JSON is written as JSON", e);
        }
    }
}
