package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.HttpLoad;
import io.itinera.loadtests.measure.Percentiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A customer with a great many events, and the others: how long theirs take while the bot goes on
 * and while it is silent, in turn, and what an event of the bot costs beside one of somebody new.
 *
 * @param customers how many others there are
 * @param history how many events the bot has before anything is measured
 */
record SegmentationBot(int customers, int history) implements Bench {
    private static final int SEGMENTS = 100;
    private static final int CONNECTIONS = 4;
    private static final int WARM_UP = 5_000;
    private static final String BOT = "a-bot";

    @Override
    public String name() {
        return "segmentation-bot";
    }

    @Override
    public String description() {
        return "how long events of others take beside a customer with %d of them, and what one of that customer's costs"
                .formatted(history);
    }

    @Override
    public List<BenchResult> run(Target target, int runs) throws IOException, InterruptedException {
        try (Bystanders _ = Bystanders.sentAway(target);
                SegmentsOfABench made = new SegmentsOfABench(target)) {
            made.publish(SEGMENTS);
            String kafka = target.coordinates().kafka().bootstrapServers();
            try (Outlet ofOthers = new Outlet(kafka, "itinera.activity");
                    Outlet ofTheBot = new Outlet(kafka, "itinera.activity");
                    HttpLoad load = new HttpLoad(CONNECTIONS)) {
                BotRounds rounds = new BotRounds(target, load, ofOthers, ofTheBot);
                rounds.send(others(), WARM_UP);
                rounds.send(of(BOT), history);
                List<BenchResult> results = new ArrayList<>(late(rounds, runs));
                results.add(cost(rounds, runs));
                return results;
            }
        }
    }

    private ShopFloor others() {
        return ShopFloor.ofPeople(run(), customers);
    }

    private ShopFloor of(String customer) {
        return ShopFloor.ofOne(run(), customer);
    }

    private String run() {
        return name() + "/" + System.nanoTime();
    }

    private List<BenchResult> late(BotRounds rounds, int runs) {
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        for (int round = 0; round < runs; round++) {
            alone.addAll(rounds.late(others()));
            beside.addAll(rounds.late(others(), of(BOT)));
        }
        return List.of(
                late("others beside it and alone, p50", beside, alone, 0.5),
                late("others beside it and alone, p99", beside, alone, 0.99));
    }

    private BenchResult late(String what, List<Double> beside, List<Double> alone, double part) {
        return figure(
                what,
                "milliseconds from event to activity",
                new Pairs(
                        List.of(Percentiles.of(beside, part)),
                        List.of(Percentiles.of(alone, part))));
    }

    private BenchResult cost(BotRounds rounds, int runs) throws IOException, InterruptedException {
        return figure(
                "its events and a newcomer's",
                "CPU microseconds per event",
                Pairs.measure(
                        runs,
                        _ -> rounds.cost(of(BOT)),
                        _ -> rounds.cost(of("newcomer-" + System.nanoTime()))));
    }

    private BenchResult figure(String what, String unit, Pairs pairs) {
        BenchResult pair = pairs.result(name(), unit);
        return new BenchResult(name(), what, unit, pair.ours(), pair.reference(), pair.ratio());
    }
}
