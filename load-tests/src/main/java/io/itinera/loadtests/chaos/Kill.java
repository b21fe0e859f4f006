package io.itinera.loadtests.chaos;

import io.itinera.loadtests.Customers;
import io.itinera.loadtests.Target;
import io.itinera.loadtests.checker.Judgement;
import io.itinera.loadtests.measure.HttpLoad;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * People drop carts, some buy while their wait runs, and a service is killed (-9) at some moment
 * between the first cart and the last mail, and started again.
 *
 * @param name the scenario's
 * @param service the one that is killed
 */
record Kill(String name, String service) implements Chaos {
    private static final int PEOPLE = 200;
    private static final int BUYERS = 40;
    private static final int EVENTS = PEOPLE * 2 + BUYERS;
    private static final int CONNECTIONS = 4;
    private static final Duration WAIT = Duration.ofSeconds(8);
    private static final Duration LATEST_KILL = WAIT.plusSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration AFTERMATH = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    @Override
    public String description() {
        return "kill -9 of " + service + " at a random moment between a dropped cart and its mail";
    }

    @Override
    public ChaosResult run(Target target, int runs, long seed)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        ChaosResult total = ChaosResult.of(name);
        try (HttpLoad load = new HttpLoad(CONNECTIONS)) {
            new Customers(target, load).publishJourneys(WAIT);
            for (int run = 1; run <= runs; run++) {
                String id = seed + "-" + run;
                try (Trial trial = new Trial(target, id, List.of())) {
                    Customers customers = new Customers(target, load, trial.ledger("customers"));
                    total = once(total, target, customers, id, random);
                    Judgement judgement = trial.judge();
                    total = total.requiring(judgement.kept(), judgement.toString());
                }
            }
        }
        return total;
    }

    private ChaosResult once(
            ChaosResult total, Target target, Customers customers, String run, Random random)
            throws IOException, InterruptedException {
        List<String> people =
                IntStream.range(0, PEOPLE)
                        .mapToObj(number -> "%s-%s-%d".formatted(name, run, number))
                        .toList();
        List<String> buyers = people.subList(0, BUYERS);
        List<String> droppers = people.subList(BUYERS, PEOPLE);
        customers.dropCarts(people);
        Instant dropped = Instant.now();
        customers.buy(buyers);
        Thread.sleep(random.nextLong(LATEST_KILL.toMillis()));
        target.launcher("restart", "--kill", service);
        Map<String, List<String>> mails = settle(customers, people, droppers, dropped);
        return result(total, mails, buyers, droppers);
    }

    /** Waits until everyone who should has their mail and no more come. */
    private static Map<String, List<String>> settle(
            Customers customers, List<String> people, List<String> droppers, Instant dropped)
            throws IOException, InterruptedException {
        Instant due = dropped.plus(WAIT);
        Map<String, List<String>> mails = customers.mails(people);
        Instant complete = null;
        while (Instant.now().isBefore(due.plus(PATIENCE))) {
            boolean all =
                    mails.entrySet().stream()
                            .noneMatch(
                                    own ->
                                            droppers.contains(own.getKey())
                                                    && own.getValue().isEmpty());
            if (all && complete == null) {
                complete = Instant.now();
            }
            if (complete != null && Instant.now().isAfter(complete.plus(AFTERMATH))) {
                return customers.mails(people);
            }
            Thread.sleep(LOOK_EVERY);
            mails = customers.mails(people);
        }
        return mails;
    }

    private static ChaosResult result(
            ChaosResult total,
            Map<String, List<String>> mails,
            List<String> buyers,
            List<String> droppers) {
        long lost = droppers.stream().filter(person -> mails.get(person).isEmpty()).count();
        long repeated = 0;
        long same = 0;
        for (String person : droppers) {
            List<String> ids = mails.get(person);
            repeated += Math.max(0, ids.size() - 1);
            same += ids.size() - new HashSet<>(ids).size();
        }
        long toBuyers = buyers.stream().mapToLong(person -> mails.get(person).size()).sum();
        return total.with(1, EVENTS, lost, repeated, List.of())
                .adding("repeatedWithTheSameId", same)
                .adding("toBuyers", toBuyers)
                .requiring(lost == 0, lost + " people were missed")
                .requiring(repeated == same, "a second mail was not the same as the first")
                .requiring(toBuyers == 0, toBuyers + " mails to people who had bought");
    }
}
