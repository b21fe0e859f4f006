package io.itinera.contracts.settings;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where events come from.
 *
 * @param id the source
 * @param workspace the tenant that its events belong to
 * @param name what people call it
 * @param keyHashes SHA-256 of each write key that is valid, in lower-case hexadecimal
 * @param enabled false when its keys are refused
 * @param historicAfter events that are older on arrival count in history and trigger nothing
 * @param rules what it lets in
 * @param webhook how it takes another system's webhooks; absent when it takes none
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Source(
        UUID id,
        String workspace,
        String name,
        List<String> keyHashes,
        @JsonInclude(JsonInclude.Include.ALWAYS) boolean enabled,
        Duration historicAfter,
        @JsonProperty(isRequired = OptBoolean.FALSE) IntakeRules rules,
        @Nullable Webhook webhook,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more) {
    /** What holds where a source says nothing else. */
    public static final Duration DEFAULT_HISTORIC_AFTER = Duration.ofDays(3);

    public Source {
        rules = rules == null ? IntakeRules.DEFAULT : rules;
        keyHashes = Frozen.list(keyHashes);
        more = Frozen.map(more);
    }
}
