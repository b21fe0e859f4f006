package io.itinera.segmentation;

import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.activity.Merge;
import io.itinera.contracts.definitions.IdentityRules;
import io.itinera.contracts.definitions.SegmentsRecord;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.outbox.Outbox;
import io.itinera.kit.outbox.OutboxRow;
import io.itinera.kit.outbox.Spread;
import io.itinera.kit.records.JsonCodec;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What people say of who is who: that two customers are one, or are not, told to the one who ends;
 * and which kinds of names are one person's alone, told to every partition.
 */
@ApplicationScoped
public class IdentityDesk {
    private static final JsonCodec<Outcome> CODEC = JsonCodec.of(Outcome.class);
    private static final JsonCodec<SegmentsRecord> RULES = JsonCodec.of(SegmentsRecord.class);

    private final Clock clock = Clock.systemUTC();

    /** Asks that one customer become another; the request, by which the ledger names it. */
    @WithTransaction
    public Uni<String> merge(String workspace, Merge merge, String person) {
        Map<String, Object> particulars =
                Map.of(Asking.INTO, merge.into().toString(), Asking.BY, person);
        return ask(workspace, merge.from(), OutcomeName.MERGE_ASKED, particulars);
    }

    /** Asks that a customer who became another be themselves again. */
    @WithTransaction
    public Uni<String> undo(String workspace, UUID from, String person) {
        return ask(workspace, from, OutcomeName.UNMERGE_ASKED, Map.of(Asking.BY, person));
    }

    /** From now on these kinds of names are one person's alone, in this order. */
    @WithTransaction
    public Uni<IdentityRules> rule(String workspace, List<String> unique, String person) {
        IdentityRules rules =
                new IdentityRules(
                        workspace,
                        unique,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        person,
                        Map.of());
        OutboxRow row =
                OutboxRow.of(
                        Topics.SEGMENTS,
                        Keys.identityRules(workspace),
                        RULES,
                        rules,
                        Spread.EVERY_PARTITION);
        return Panache.getSession()
                .chain(session -> Outbox.append(session, List.of(row)))
                .replaceWith(rules);
    }

    private Uni<String> ask(
            String workspace, UUID customer, OutcomeName name, Map<String, Object> particulars) {
        Outcome outcome =
                new Outcome(
                        Ids.v7().toString(),
                        workspace,
                        customer,
                        name,
                        particulars,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        null,
                        0,
                        Map.of());
        OutboxRow row =
                OutboxRow.of(
                        Topics.OUTCOMES,
                        Keys.customer(workspace, customer),
                        CODEC,
                        outcome,
                        Spread.BY_KEY);
        return Panache.getSession()
                .chain(session -> Outbox.append(session, List.of(row)))
                .replaceWith(outcome.id());
    }
}
