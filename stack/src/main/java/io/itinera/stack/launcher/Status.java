package io.itinera.stack.launcher;

import io.itinera.stack.process.Child;
import io.itinera.stack.process.Home;
import io.itinera.stack.process.RunRecord;
import io.itinera.stack.process.StopIntent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Asks every process how it is, all at once. */
record Status(Home home, Settings settings) {

    List<StatusRow> rows() {
        Parts always = Parts.of(settings);
        Parts parts = always.withSeconds(settings);
        Map<String, Long> lags = Lag.ofServices("127.0.0.1:" + settings.ports().of(PortName.KAFKA));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<StatusRow>> rows = new ArrayList<>();
            for (Part part : parts.all()) {
                if (always.all().contains(part) || wasStarted(part)) {
                    rows.add(CompletableFuture.supplyAsync(() -> row(part, lags), threads));
                }
            }
            for (RunRecord record : RunRecord.readAll(home.run())) {
                if (parts.find(record.name()).isEmpty()) {
                    rows.add(CompletableFuture.supplyAsync(() -> other(record), threads));
                }
            }
            return rows.stream().map(CompletableFuture::join).toList();
        }
    }

    private boolean wasStarted(Part part) {
        return RunRecord.read(home.run(), part.name()).isPresent();
    }

    private StatusRow row(Part part, Map<String, Long> lags) {
        Optional<Child> child = Child.find(home, part.name());
        if (child.isEmpty()) {
            return StatusRow.absent(part.name(), absence(part.name()));
        }
        StatusRow.Health health =
                part.health().reached() ? StatusRow.Health.READY : StatusRow.Health.NOT_READY;
        return present(child.get().record(), child.get().handle(), health, lags);
    }

    /** A process that is not one of the parts: the launcher itself, the shop of a demo. */
    private StatusRow other(RunRecord record) {
        return record.live()
                .map(it -> present(record, it, StatusRow.Health.READY, Map.of()))
                .orElseGet(() -> StatusRow.absent(record.name(), absence(record.name())));
    }

    /** PostgreSQL and Keycloak are more than one process; the launcher's children are rows here. */
    private static List<ProcessHandle> withChildren(ProcessHandle handle) {
        return Stream.concat(Stream.of(handle), handle.descendants()).toList();
    }

    private StatusRow.Health absence(String name) {
        boolean unasked =
                RunRecord.read(home.run(), name).isPresent() && !StopIntent.declared(home, name);
        return unasked ? StatusRow.Health.ENDED : StatusRow.Health.STOPPED;
    }

    private static StatusRow present(
            RunRecord record,
            ProcessHandle handle,
            StatusRow.Health health,
            Map<String, Long> lags) {
        Duration uptime =
                Duration.between(Instant.ofEpochMilli(record.startedAtMs()), Instant.now());
        return new StatusRow(
                record.name(),
                health,
                record.pid(),
                record.ports().isEmpty() ? null : record.ports().getFirst(),
                uptime.toSeconds(),
                lags.get(record.name()),
                record.name().equals(Instance.NAME)
                        ? Memory.residentMb(List.of(handle))
                        : Memory.residentMb(withChildren(handle)));
    }
}
