package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import io.itinera.loadtests.measure.CpuTime;
import io.itinera.loadtests.measure.HttpLoad;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What a bot and everybody else do in one round of {@link SegmentationBot}.
 *
 * @param target where
 * @param load sends it
 * @param ofOthers where the others' activities come out, and all that is sent at once
 * @param ofTheBot where the bot's do while it goes on beside the others
 */
record BotRounds(Target target, HttpLoad load, Outlet ofOthers, Outlet ofTheBot) {
    private static final int BATCH = 100;
    private static final int EVENTS_OF_A_ROUND = 2_000;

    /** Two hundred events a second of the others, three hundred of the bot, for ten seconds. */
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private static final int OF_OTHERS = 20;
    private static final int OF_THE_BOT = 30;
    private static final int BATCHES = 100;

    /** Sends so many as fast as they are taken, and waits until all were told. */
    void send(ShopFloor floor, long events) {
        load.post(
                target.collector("/v1/batch"),
                target.authorization(),
                events / BATCH,
                number -> floor.batch(number * BATCH, BATCH));
        ofOthers.await(floor.run(), events / BATCH * BATCH);
    }

    /** How long the events of a round of the others took until they were told, in milliseconds. */
    List<Double> late(ShopFloor others) {
        CalmTraffic calm = new CalmTraffic(others, OF_OTHERS, BETWEEN, BATCHES);
        CompletableFuture<Void> sending = calm.begin(target, load);
        List<Double> late = ofOthers.await(others.run(), calm.events());
        sending.join();
        return late;
    }

    /** The same while a bot goes on, and once it is silent again. */
    List<Double> late(ShopFloor others, ShopFloor bot) {
        CalmTraffic calm = new CalmTraffic(bot, OF_THE_BOT, BETWEEN, BATCHES);
        CompletableFuture<Void> sending = calm.begin(target, load);
        List<Double> late = late(others);
        sending.join();
        ofTheBot.await(bot.run(), calm.events());
        return late;
    }

    /** What an event of a round costs segmentation and Kafka, in microseconds of a CPU. */
    double cost(ShopFloor floor) {
        List<Long> pids = target.pids("segmentation", "kafka");
        long before = CpuTime.micros(pids);
        send(floor, EVENTS_OF_A_ROUND);
        return (CpuTime.micros(pids) - before) / (double) EVENTS_OF_A_ROUND;
    }
}
