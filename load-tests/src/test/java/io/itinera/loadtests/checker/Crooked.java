package io.itinera.loadtests.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What becomes of an honest request's records under each bug that touches them. */
final class Crooked {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Planted planted;
    private final Intake intake;

    Crooked(Planted planted, Intake intake) {
        this.planted = planted;
        this.intake = intake;
    }

    /**
     * The records that are written instead.
     *
     * @param again whether the request was kept before
     */
    List<Out> of(List<Out> honest, boolean again) {
        List<Out> outs = new ArrayList<>(honest);
        List<Out> taken = outs.stream().filter(out -> !intake.isAside(out)).toList();
        List<Out> aside = outs.stream().filter(intake::isAside).toList();
        if (!taken.isEmpty()) {
            events(outs, taken, again);
        }
        if (!aside.isEmpty()) {
            quarantined(outs, aside.getFirst());
        }
        return outs;
    }

    private void events(List<Out> outs, List<Out> taken, boolean again) {
        Out first = taken.getFirst();
        if (again && planted.strikes(Bug.GIVES_A_RETRY_A_NEW_ID)) {
            first.json().put("id", first.id() + "-again");
        }
        if (planted.strikes(Bug.ACKS_AND_FORGETS)) {
            outs.clear();
        }
        if (planted.strikes(Bug.DROPS_ONE_OF_A_BATCH)) {
            outs.remove(taken.getLast());
        }
        if (planted.strikes(Bug.INVENTS_AN_EVENT)) {
            Out invented = first.copy();
            invented.json().put("id", "never-sent");
            outs.add(invented);
        }
        if (planted.strikes(Bug.WRITES_ONE_TWICE)) {
            outs.add(first.copy());
        }
        if (planted.strikes(Bug.COUNTS_ONE_TWICE)) {
            ObjectNode sent = first.json().deepCopy();
            sent.put("messageId", first.id());
            outs.add(intake.aside(sent, first.json().path("workspace").asText()));
        }
        swap(outs, taken);
        if (planted.strikes(Bug.WRITES_IT_UNDER_ANOTHER_KEY)) {
            outs.set(outs.indexOf(first), first.under("another"));
        }
        change(taken);
        time(taken);
    }

    private void swap(List<Out> outs, List<Out> taken) {
        for (int i = 0; i < taken.size(); i++) {
            for (int j = i + 1; j < taken.size(); j++) {
                boolean oneCustomer = taken.get(i).owner().equals(taken.get(j).owner());
                if (oneCustomer && planted.strikes(Bug.SWAPS_TWO_OF_ONE_CUSTOMER)) {
                    int one = outs.indexOf(taken.get(i));
                    int other = outs.indexOf(taken.get(j));
                    outs.set(one, taken.get(j));
                    outs.set(other, taken.get(i));
                }
            }
        }
    }

    private void change(List<Out> taken) {
        ObjectNode json = taken.getLast().json();
        if (json.path("properties").path("z").asText().isEmpty()) {
            return;
        }
        if (planted.strikes(Bug.CUTS_A_TEXT)) {
            String z = json.path("properties").path("z").asText();
            ((ObjectNode) json.path("properties")).put("z", z.substring(0, z.length() - 1));
        }
        if (planted.strikes(Bug.GIVES_IT_TO_ANOTHER_CUSTOMER)) {
            json.put(json.has("userId") ? "userId" : "anonymousId", "somebody-else");
        }
        if (planted.strikes(Bug.GIVES_IT_TO_ANOTHER_WORKSPACE)) {
            json.put("workspace", "somebody-else's");
        }
        if (planted.strikes(Bug.GIVES_IT_TO_ANOTHER_SOURCE)) {
            json.put("source", "somebody-else's");
        }
    }

    private void time(List<Out> taken) {
        ObjectNode last = taken.getLast().json();
        if (planted.isIn(Bug.MOVES_EVERY_TIME)) {
            taken.forEach(out -> out.json().put("occurredAt", earlier(out.json())));
        }
        if (planted.strikes(Bug.RECEIVES_IT_BEFORE_IT_WAS_SENT)) {
            last.put("receivedAt", earlier(last));
        }
        if (planted.strikes(Bug.TAKES_IT_FOR_HISTORY)) {
            last.put("historic", true);
        }
    }

    private static String earlier(ObjectNode event) {
        return Instant.parse(event.path("occurredAt").asText()).minus(AN_HOUR).toString();
    }

    private void quarantined(List<Out> outs, Out aside) {
        if (planted.strikes(Bug.LOSES_A_QUARANTINED_ONE)) {
            outs.remove(aside);
        }
        String original = text(aside);
        String changed = original.replace("\"userId\":\"a\"", "\"userId\":\"b\"");
        if (changed.equals(original)) {
            return;
        }
        if (planted.strikes(Bug.CHANGES_A_QUARANTINED_ONE)) {
            aside.json()
                    .put("original", Base64.getEncoder().encodeToString(changed.getBytes(UTF_8)));
        }
        if (planted.strikes(Bug.TAKES_WHAT_IT_PUT_ASIDE)) {
            outs.add(intake.taken(json(original), aside.json().path("workspace").asText()));
        }
    }

    private static String text(Out aside) {
        return new String(
                Base64.getDecoder().decode(aside.json().path("original").asText()), UTF_8);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
