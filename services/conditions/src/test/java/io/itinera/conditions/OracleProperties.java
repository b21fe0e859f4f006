package io.itinera.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.itinera.conditions.oracle.Candidates;
import io.itinera.conditions.oracle.Cases;
import io.itinera.conditions.oracle.Cases.Case;
import io.itinera.conditions.oracle.Coverage;
import io.itinera.conditions.oracle.Oracle;
import io.itinera.conditions.oracle.World;
import io.itinera.contracts.condition.Condition;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The evaluator agrees with the {@link Oracle}, which knows the schema's prose only: on whether a
 * condition holds, and on when that changes.
 */
final class OracleProperties {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final Set<String> GROUPS = Set.of("all", "any");
    private static final Coverage COVERAGE = new Coverage(definitions());

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void evaluatorAgreesWithTheOracleNowAndLater(@ForAll("cases") Case it)
            throws IOException, InvalidCondition {
        JsonNode condition = JSON.readTree(it.condition());
        World world = world(JSON.readTree(it.world()));
        Compiled compiled = Conditions.compile(JSON.readValue(it.condition(), Condition.class));
        Person person = person(world, it.now());
        Verdict verdict = compiled.evaluate(person);
        assertEquals(verdict, compiled.explain(person, person.vantage()).verdict(), "explained");

        Oracle oracle = new Oracle(world);
        long now = it.now().toEpochMilli();
        assertEquals(oracle.says(condition, now), verdict.holds(), "now");
        long until = verdict.changesAt().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        assertTrue(until > now, "a verdict changes later, not at " + verdict);
        for (long later : Candidates.after(now, condition, world).headSet(until, false)) {
            assertEquals(
                    verdict.holds(),
                    oracle.says(condition, later),
                    () -> "before " + verdict + ", at " + Instant.ofEpochMilli(later));
        }
        if (verdict.changesAt().isPresent() && !joined(condition)) {
            assertEquals(!verdict.holds(), oracle.says(condition, until), "at " + verdict);
        }
        COVERAGE.note(condition, verdict.holds(), verdict.changesAt().isPresent());
    }

    /** Of several parts, the first to turn need not turn the whole. */
    private static boolean joined(JsonNode condition) {
        return condition.has("not")
                ? joined(condition.get("not"))
                : GROUPS.contains(condition.fieldNames().next());
    }

    @AfterContainer
    static void everyWordOfTheSchemaWasTried() {
        System.out.println(COVERAGE.report());
        assertEquals(Set.of(), COVERAGE.missing());
    }

    @Provide
    Arbitrary<Case> cases() {
        return Cases.cases();
    }

    private static JsonNode definitions() {
        try (InputStream schema = Condition.class.getResourceAsStream("/schemas/condition.json")) {
            return JSON.readTree(Objects.requireNonNull(schema)).path("$defs");
        } catch (IOException e) {
            throw new AssertionError("the schema is not where it was", e);
        }
    }

    private static World world(JsonNode json) {
        List<World.Told> told = new ArrayList<>();
        json.path("told")
                .forEach(
                        each ->
                                told.add(
                                        new World.Told(
                                                each.get("id").textValue(),
                                                each.get("name").textValue(),
                                                millis(each.get("at")),
                                                each.get("properties"))));
        return new World(
                json.get("customer").textValue(),
                json.get("traits"),
                json.get("account"),
                json.get("event"),
                json.get("trigger"),
                millis(json.get("triggeredAt")),
                told,
                texts(json.get("segments")),
                texts(json.get("journeys")));
    }

    private static long millis(JsonNode text) {
        return Instant.parse(text.textValue()).toEpochMilli();
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(each -> texts.add(each.textValue()));
        return texts;
    }

    private static Person person(World world, Instant now) throws JsonProcessingException {
        Map<String, ListHistory.Done> timeline = new HashMap<>();
        for (World.Told told : world.told()) {
            timeline.put(
                    told.id(),
                    new ListHistory.Done(
                            told.name(),
                            Instant.ofEpochMilli(told.at()),
                            object(told.properties())));
        }
        Map<UUID, Set<Condition.Journey.State>> journeys = new HashMap<>();
        for (String each : world.journeys()) {
            int slash = each.indexOf('/');
            journeys.computeIfAbsent(
                            UUID.fromString(each.substring(0, slash)), any -> new HashSet<>())
                    .add(Condition.Journey.State.valueOf(each.substring(slash + 1)));
        }
        return new Person(
                UUID.fromString(world.customer()),
                object(world.traits()),
                object(world.account()),
                object(world.event()),
                world.segments(),
                journeys,
                new Vantage(
                        new ListHistory(List.copyOf(timeline.values())),
                        object(world.trigger()),
                        Instant.ofEpochMilli(world.triggeredAt()),
                        now));
    }

    private static Map<String, Object> object(JsonNode json) throws JsonProcessingException {
        return JSON.readValue(json.toString(), OBJECT);
    }
}
