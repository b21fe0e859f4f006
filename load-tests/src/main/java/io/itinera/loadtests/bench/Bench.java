package io.itinera.loadtests.bench;

import io.itinera.loadtests.Target;
import java.io.IOException;
import java.util.List;

/** One benchmark. */
public sealed interface Bench
        permits CollectorSingle,
                CollectorBatch,
                CollectorDialects,
                SegmentationLoad,
                SegmentationBackfill,
                SegmentationRestore,
                SegmentationBot,
                ProfileRead,
                Loop {
    /** All of them; the names of those that need nothing but the collector begin with it. */
    List<Bench> ALL =
            List.of(
                    new CollectorSingle(),
                    new CollectorBatch(),
                    new CollectorDialects(),
                    new SegmentationLoad(100, 10_000),
                    new SegmentationLoad(1_000, 10_000),
                    new SegmentationBackfill(10_000),
                    new SegmentationRestore(10_000),
                    new SegmentationBot(10_000, 20_000),
                    new ProfileRead(2_000),
                    new Loop());

    /** A benchmark over so many customers, where it has a crowd of them. */
    static Bench over(Bench bench, int customers) {
        return switch (bench) {
            case SegmentationLoad load -> new SegmentationLoad(load.segments(), customers);
            case SegmentationBackfill _ -> new SegmentationBackfill(customers);
            case SegmentationRestore _ -> new SegmentationRestore(customers);
            case SegmentationBot bot -> new SegmentationBot(customers, bot.history());
            case ProfileRead _ -> new ProfileRead(customers);
            case CollectorSingle _, CollectorBatch _, CollectorDialects _, Loop _ -> bench;
        };
    }

    /** A benchmark with so many events of one customer, where one has a great many. */
    static Bench with(Bench bench, int events) {
        return bench instanceof SegmentationBot bot
                ? new SegmentationBot(bot.customers(), events)
                : bench;
    }

    /** What it is called on the command line. */
    String name();

    /** What it measures, in a sentence. */
    String description();

    /**
     * Measures.
     *
     * @param target the Itinera to measure
     * @param runs how many rounds, each of ours and the reference in turn
     * @return one result, or one for each thing that it measures
     */
    List<BenchResult> run(Target target, int runs) throws IOException, InterruptedException;
}
