package io.itinera.collector.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.collector.domain.PlannedEvent;
import io.itinera.collector.domain.PlannedEvent.Definition;
import io.itinera.collector.domain.SeenSource;
import io.itinera.collector.domain.Tally;
import io.itinera.collector.store.Database;
import io.itinera.collector.store.PlanStore;
import io.itinera.collector.store.Suppressions;
import io.itinera.collector.wire.Mentions;
import io.itinera.contracts.Keys;
import io.itinera.contracts.Topics;
import io.itinera.contracts.definitions.EventDefinition;
import io.itinera.kit.json.Json;
import io.itinera.kit.outbox.OutboxRow;
import io.itinera.kit.outbox.PlainOutbox;
import io.itinera.kit.outbox.Spread;
import io.itinera.kit.problem.Flaw;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.records.JsonCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What workspaces plan, and how every collector comes to know it. */
@Singleton
public final class Plans {
    /** So many names a workspace may define. */
    public static final int MAX_DEFINITIONS = 2_000;

    private static final JsonCodec<EventDefinition> CODEC = JsonCodec.of(EventDefinition.class);
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Database database;
    private final Suppressions suppressions;
    private final Clock clock = Clock.systemUTC();

    @Inject
    Plans(Database database, Suppressions suppressions) {
        this.database = database;
        this.suppressions = suppressions;
    }

    /**
     * One name with all that is known of it.
     *
     * @param event what is planned and seen
     * @param sources what was seen, by source
     */
    public record Known(PlannedEvent event, List<SeenSource> sources) {}

    /** Names in order, planned or seen, or of one kind alone. */
    public Uni<List<PlannedEvent>> list(
            String workspace,
            @Nullable String after,
            @Nullable String part,
            @Nullable Boolean planned,
            int limit) {
        return database.read(
                        client -> PlanStore.list(client, workspace, after, part, planned, limit))
                .map(events -> events.stream().map(it -> shown(workspace, it)).toList());
    }

    /**
     * One name.
     *
     * @throws Problem 404 in the result, when it is neither planned nor seen
     */
    public Uni<Known> find(String workspace, String name) {
        return database.read(
                client ->
                        PlanStore.find(client, workspace, name)
                                .onItem()
                                .ifNull()
                                .failWith(() -> Problem.notFound("event", name))
                                .flatMap(
                                        event ->
                                                PlanStore.sources(client, workspace, name)
                                                        .map(it -> known(workspace, event, it))));
    }

    private Known known(String workspace, PlannedEvent event, List<SeenSource> sources) {
        return new Known(
                shown(workspace, event),
                sources.stream()
                        .map(it -> new SeenSource(it.source(), shown(workspace, it.seen())))
                        .toList());
    }

    private PlannedEvent shown(String workspace, PlannedEvent event) {
        Tally seen = event.seen();
        return seen == null
                ? event
                : new PlannedEvent(event.name(), event.definition(), shown(workspace, seen));
    }

    /** Without a sample that names somebody who has been erased since. */
    private Tally shown(String workspace, Tally seen) {
        Mentions erased = new Mentions(suppressions.in(workspace));
        return erased.in(seen.sample()) ? seen.withoutSample() : seen;
    }

    /**
     * Defines a name, anew when it is defined already.
     *
     * @param schema a JSON Schema
     * @throws Problem 422 in the result, when the schema may not be one
     */
    public Uni<Known> put(
            String workspace, String name, String description, JsonNode schema, String by) {
        List<Flaw> flaws = SchemaCheck.flaws(schema);
        if (!flaws.isEmpty()) {
            return Uni.createFrom().failure(flawed(flaws));
        }
        Definition definition =
                new Definition(
                        description,
                        schema.toString(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        by);
        OutboxRow row = row(workspace, name, definition);
        return database.change(
                        connection ->
                                PlanStore.put(connection, workspace, name, definition)
                                        .chain(() -> refuseTooMany(connection, workspace))
                                        .chain(() -> PlainOutbox.append(connection, List.of(row))))
                .chain(() -> find(workspace, name));
    }

    /**
     * Takes a name out of the plan.
     *
     * @throws Problem 404 in the result, when the plan does not have it
     */
    public Uni<Void> delete(String workspace, String name) {
        OutboxRow row =
                OutboxRow.tombstone(
                        Topics.EVENT_DEFINITIONS,
                        Keys.eventDefinition(workspace, name),
                        Spread.BY_KEY);
        return database.change(
                connection ->
                        PlanStore.delete(connection, workspace, name)
                                .invoke(there -> refuseUnknown(there, name))
                                .chain(() -> PlainOutbox.append(connection, List.of(row))));
    }

    private static void refuseUnknown(boolean there, String name) {
        if (!there) {
            throw Problem.notFound("event definition", name);
        }
    }

    private static Uni<Void> refuseTooMany(SqlConnection connection, String workspace) {
        return PlanStore.count(connection, workspace)
                .invoke(
                        count -> {
                            if (count > MAX_DEFINITIONS) {
                                throw new Problem(
                                        ProblemCode.CONFLICT,
                                        "A plan has at most " + MAX_DEFINITIONS + " events");
                            }
                        })
                .replaceWithVoid();
    }

    private static Problem flawed(List<Flaw> flaws) {
        return new Problem(
                ProblemCode.FLAWED,
                "The schema cannot be used",
                flaws.stream()
                        .map(flaw -> new Flaw("/schema" + flaw.path(), flaw.message()))
                        .toList());
    }

    private static OutboxRow row(String workspace, String name, Definition definition) {
        EventDefinition told =
                new EventDefinition(
                        workspace,
                        name,
                        definition.description(),
                        tree(definition.schema()),
                        definition.updatedAt(),
                        definition.by(),
                        Map.of());
        return OutboxRow.of(
                Topics.EVENT_DEFINITIONS,
                Keys.eventDefinition(workspace, name),
                CODEC,
                told,
                Spread.BY_KEY);
    }

    private static Map<String, Object> tree(String schema) {
        try {
            return Json.mapper().readValue(schema, OBJECT);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a checked schema cannot be read", impossible);
        }
    }
}
