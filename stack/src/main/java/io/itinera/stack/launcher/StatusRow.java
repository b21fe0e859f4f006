package io.itinera.stack.launcher;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one process. What does not apply is null.
 *
 * @param lag records that its consumer groups have not read yet
 * @param memoryMb resident, of the process and its children
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatusRow(
        String name,
        Health health,
        @Nullable Long pid,
        @Nullable Integer port,
        @Nullable Long uptimeSeconds,
        @Nullable Long lag,
        @Nullable Long memoryMb) {

    /** Whether a process does what it is for. */
    enum Health {
        READY("ready"),
        NOT_READY("not ready"),
        STOPPED("stopped"),
        /** It is gone and nobody stopped it. */
        ENDED("ended");

        private final String words;

        Health(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static StatusRow absent(String name, Health health) {
        return new StatusRow(name, health, null, null, null, null, null);
    }

    /** For example {@code 3 d 4 h}, {@code 5 min 10 s}: the two largest units. */
    static String uptime(long seconds) {
        Duration duration = Duration.ofSeconds(seconds);
        if (duration.toDays() > 0) {
            return "%d d %d h".formatted(duration.toDays(), duration.toHoursPart());
        }
        if (duration.toHours() > 0) {
            return "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
        }
        if (duration.toMinutes() > 0) {
            return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
        }
        return "%d s".formatted(seconds);
    }
}
