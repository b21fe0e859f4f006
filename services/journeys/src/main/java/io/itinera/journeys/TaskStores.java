package io.itinera.journeys;

import io.itinera.journeys.store.CustomerStore;
import io.itinera.journeys.store.DefinitionStore;
import io.itinera.journeys.store.HoldStore;
import io.itinera.journeys.store.MarkStore;
import io.itinera.journeys.store.TimerStore;

/**
 * What one task remembers.
 *
 * @param customers who is in a journey, or was
 * @param timers when time alone does something to them
 * @param definitions the published journeys
 * @param holds what waits for a merge
 * @param marks how far the task has come
 */
public record TaskStores(
        CustomerStore customers,
        TimerStore timers,
        DefinitionStore definitions,
        HoldStore holds,
        MarkStore marks) {}
