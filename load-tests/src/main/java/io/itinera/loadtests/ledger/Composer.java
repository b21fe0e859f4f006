package io.itinera.loadtests.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up the events of one lane: its customers take turns, and some events cannot be used. */
final class Composer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] WORDS = {
        "rain coat", "レインコート", "雨衣", "tea \"Nr. 5\"", "back\\slash", "new\nline", "🧥", ""
    };

    private final String lane;
    private final Tenant tenant;
    private final Workload workload;
    private final Random random;
    private final long[] sequences;
    private long number;

    Composer(String lane, Tenant tenant, Workload workload, Random random) {
        this.lane = lane;
        this.tenant = tenant;
        this.workload = workload;
        this.random = random;
        this.sequences = new long[workload.customersPerLane()];
    }

    /** The next request's events. */
    List<Draft> batch() {
        List<Draft> batch = new ArrayList<>(workload.batch());
        for (int i = 0; i < workload.batch(); i++) {
            number++;
            boolean pill = workload.pillEvery() > 0 && number % workload.pillEvery() == 0;
            batch.add(pill ? pill() : event());
        }
        return batch;
    }

    private Draft event() {
        int customer = random.nextInt(sequences.length);
        long sequence = ++sequences[customer];
        String name = lane + "-" + customer;
        boolean known = customer % 2 == 0;
        String id = lane + "-" + number;
        Instant now = Instant.now();
        ObjectNode event = JSON.createObjectNode();
        event.put("messageId", id).put(known ? "userId" : "anonymousId", name);
        event.put("timestamp", now.toString());
        if (known && sequence % 10 == 1) {
            event.put("type", "identify").putObject("traits").put("name", name).put("n", sequence);
        } else {
            event.put("type", "track").put("event", "Seen " + sequence % 7);
            event.putObject("properties")
                    .put("what", WORDS[random.nextInt(WORDS.length)])
                    .put("price", random.nextInt(100_000))
                    .put("canary", tenant.workspace())
                    .put("z", id)
                    .put("filler", "x".repeat(random.nextInt(300)));
        }
        String owner = (known ? "user|" : "anonymous|") + name;
        String hash = Payloads.hash(event);
        return new Draft(
                new Sent(id, tenant.workspace(), owner, sequence, hash, now.toEpochMilli()),
                event.toString());
    }

    private Draft pill() {
        String id = lane + "-" + number;
        String json = Pill.of(number).json(id);
        String hash = Payloads.hash(json.getBytes(UTF_8));
        return new Draft(
                new Sent(
                        id,
                        tenant.workspace(),
                        "nobody|" + lane,
                        number,
                        hash,
                        System.currentTimeMillis()),
                json);
    }
}
