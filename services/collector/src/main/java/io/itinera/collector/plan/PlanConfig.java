package io.itinera.collector.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may set about plans. */
@ConfigMapping(prefix = "itinera.collector.plan")
public interface PlanConfig {
    /** How often what was counted of seen events is added to the database. */
    @WithDefault("5s")
    Duration seenFlush();

    /** How long a sample of an event is kept when no newer one of its name comes. */
    @WithDefault("P30D")
    Duration samplesKept();

    /** How often an idle collector looks for a replay to work at. */
    @WithDefault("2s")
    Duration replayPoll();
}
