package io.itinera.journeys.topics;

import io.itinera.journeys.TaskStores;
import io.itinera.journeys.store.CustomerStore;
import io.itinera.journeys.store.DefinitionStore;
import io.itinera.journeys.store.HoldStore;
import io.itinera.journeys.store.MarkStore;
import io.itinera.journeys.store.StoreNames;
import io.itinera.journeys.store.TimerStore;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** Finds a task's state stores. */
final class TaskStoresOf {
    private TaskStoresOf() {}

    static TaskStores context(ProcessingContext task, int partitions) {
        MarkStore marks = new MarkStore(store(task, StoreNames.MARKS));
        TimerStore timers = new TimerStore(store(task, StoreNames.TIMERS), marks);
        CustomerStore customers =
                new CustomerStore(
                        store(task, StoreNames.CUSTOMERS),
                        store(task, StoreNames.ENROLLMENTS),
                        store(task, StoreNames.PROFILES),
                        timers);
        return new TaskStores(
                customers,
                timers,
                new DefinitionStore(store(task, StoreNames.DEFINITIONS), partitions),
                new HoldStore(store(task, StoreNames.HOLDS)),
                marks);
    }

    private static KeyValueStore<Bytes, byte[]> store(ProcessingContext task, String name) {
        return task.getStateStore(name);
    }
}
