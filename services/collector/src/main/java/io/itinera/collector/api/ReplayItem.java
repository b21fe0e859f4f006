package io.itinera.collector.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.collector.domain.Replay;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A replay and how far it has come.
 *
 * @param id its id
 * @param source of which source; absent when of all
 * @param reason refused by which code, likewise
 * @param name called what, likewise
 * @param from received then or later, likewise
 * @param to received before then
 * @param state {@code running}, {@code done} or {@code failed}
 * @param detail why it failed
 * @param examined how many events were looked at that are meant
 * @param replayed how many of them were taken now
 * @param refused how many were refused again or are not kept well enough to be judged
 * @param skipped how many an earlier replay had taken
 * @param createdAt when it was wished
 * @param by who wished it
 * @param endedAt when it was done or failed
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayItem(
        UUID id,
        @Nullable UUID source,
        @Nullable String reason,
        @Nullable String name,
        @Nullable Instant from,
        @Nullable Instant to,
        String state,
        @Nullable String detail,
        long examined,
        long replayed,
        long refused,
        long skipped,
        Instant createdAt,
        String by,
        @Nullable Instant endedAt) {

    static ReplayItem of(Replay replay) {
        return new ReplayItem(
                replay.id(),
                replay.filter().source(),
                replay.filter().reason(),
                replay.filter().name(),
                replay.filter().from(),
                replay.filter().to(),
                replay.state().name().toLowerCase(Locale.ROOT),
                replay.detail(),
                replay.progress().examined(),
                replay.progress().replayed(),
                replay.progress().refused(),
                replay.progress().skipped(),
                replay.createdAt(),
                replay.by(),
                replay.endedAt());
    }
}
