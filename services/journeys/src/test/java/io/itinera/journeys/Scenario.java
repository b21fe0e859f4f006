package io.itinera.journeys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.itinera.conditions.Conditions;
import io.itinera.contracts.Cause;
import io.itinera.contracts.definitions.JourneyPlan;
import io.itinera.contracts.definitions.JourneyState;
import io.itinera.contracts.definitions.Rule;
import io.itinera.contracts.messages.CallBack;
import io.itinera.contracts.messages.Send;
import io.itinera.contracts.outcomes.Outcome;
import io.itinera.contracts.outcomes.OutcomeName;
import io.itinera.contracts.transitions.Transition;
import io.itinera.journeys.domain.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Plays a scenario's inputs and writes down what follows, in the form in which it was expected. */
final class Scenario {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String WORKSPACE = "w";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID JOURNEY = new UUID(7, 7);

    private final TestTask task = new TestTask();
    private final Map<UUID, Cause> causes = new HashMap<>();
    private Happenings customer = Happenings.of(WORKSPACE, new UUID(1, 1));
    private List<Rule> excludes = List.of();
    private int version;
    private int number;

    String play(List<String> lines) {
        List<String> played = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(" ")) {
                continue;
            }
            played.add(line);
            input(line);
            task.effects().stream()
                    .filter(effect -> !(effect instanceof Effect.Report))
                    .forEach(effect -> played.add("    " + told(effect)));
        }
        return String.join("\n", played);
    }

    private void input(String line) {
        number++;
        if (line.startsWith("plan ")) {
            publish(TestPlans.named(line.substring(5)));
            return;
        }
        int space = line.indexOf(' ');
        Instant at = START.plus(Duration.parse(line.substring(0, space)));
        String what = line.substring(space + 1).strip();
        String id = "e" + number;
        String word = what.split(" ", -1)[0];
        switch (word) {
            case "tick" -> task.tick(at);
            case "restart" -> task.restart();
            case "close" -> task.turn(WORKSPACE, JOURNEY, version, JourneyState.closed);
            case "end" -> {
                task.turn(WORKSPACE, JOURNEY, version, JourneyState.ended);
                task.catchUp();
            }
            case "is" -> {
                customer = customer.known(map(what.substring(3)), List.of());
                task.activity(customer.time(id, at), null);
            }
            case "outcome" -> outcome(id, at, what.substring(8));
            default -> event(id, at, what);
        }
    }

    private void publish(JourneyPlan plan) {
        version++;
        excludes = plan.excludes();
        task.publish(WORKSPACE, JOURNEY, version, plan);
    }

    /** {@code Name {properties} historic late=PT5S excluded=rule}. */
    private void event(String id, Instant at, String what) {
        int open = what.indexOf('{');
        int close = what.lastIndexOf('}');
        List<String> marks = Arrays.asList(what.substring(close + 1).strip().split(" ", -1));
        Duration late =
                marks.stream()
                        .filter(mark -> mark.startsWith("late="))
                        .map(mark -> Duration.parse(mark.substring(5)))
                        .findFirst()
                        .orElse(Duration.ZERO);
        Map<String, Boolean> answers =
                excludes.stream()
                        .collect(
                                Collectors.toMap(
                                        rule -> Conditions.hash(rule.when()),
                                        rule -> marks.contains("excluded=" + rule.name())));
        task.activity(
                customer.event(
                        id,
                        at,
                        at.minus(late),
                        what.substring(0, open).strip(),
                        map(what.substring(open, close + 1)),
                        answers,
                        marks.contains("historic")),
                null);
    }

    private void outcome(String id, Instant at, String name) {
        OutcomeName outcome =
                Arrays.stream(OutcomeName.values())
                        .filter(each -> each.wire().equals(name))
                        .findFirst()
                        .orElseThrow();
        Cause cause = causes.values().iterator().next();
        task.activity(customer.outcome(id, at, outcome, cause), null);
    }

    private String told(Effect effect) {
        return switch (effect) {
            case Effect.Ask(Send send, var _) -> {
                causes.put(send.key(), send.cause());
                yield "send "
                        + send.cause().node()
                        + (send.cause().visit() > 1 ? " #" + send.cause().visit() : "")
                        + " "
                        + send.collections().getOrDefault("cart", List.of()).stream()
                                .map(item -> String.valueOf(item.get("product_id")))
                                .toList();
            }
            case Effect.Ask(CallBack back, var _) ->
                    "callBack " + back.cause().node() + " (" + back.reason() + ")";
            case Effect.Tell(Transition told, var _) -> told(told);
            case Effect.Report(Outcome outcome, var _) -> "report " + outcome.name().wire();
            case Effect.Hand _ -> "hand over";
        };
    }

    private static String told(Transition told) {
        String at = Duration.between(START, told.at()).toString();
        StringBuilder line = new StringBuilder(at + " v" + told.version() + " " + told.kind());
        if (told.node() != null) {
            line.append(' ').append(told.node());
        }
        if (told.visit() > 1) {
            line.append(" #").append(told.visit());
        }
        if (told.edge() != null) {
            line.append(" -").append(told.edge()).append("-> ").append(told.next());
        }
        if (told.reason() != null) {
            line.append(" (").append(told.reason()).append(')');
        }
        return line.toString();
    }

    private static Map<String, Object> map(String yaml) {
        try {
            return YAML.readValue(yaml, new TypeReference<>() {});
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(yaml, unreadable);
        }
    }
}
