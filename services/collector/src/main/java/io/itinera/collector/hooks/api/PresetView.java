package io.itinera.collector.hooks.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.collector.hooks.Preset;
import io.itinera.collector.hooks.signatures.Scheme;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider whose webhooks are known.
 *
 * @param preset what a source calls it
 * @param name what people call it
 * @param signature the header that is checked; absent when there is none, or the source names it
 * @param secret what deliveries are checked with
 * @param mapping the JSONata expression for sources that have none of their own
 * @param examples deliveries as it sends them
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record PresetView(
        String preset,
        String name,
        @Nullable String signature,
        Preset.Secret secret,
        String mapping,
        List<Example> examples) {

    /**
     * A delivery.
     *
     * @param name what it tells of
     * @param headers those that matter, without the signature
     */
    @RegisterForReflection
    record Example(String name, Map<String, String> headers, String body) {}

    static PresetView of(Preset preset) {
        Scheme scheme = preset.scheme();
        return new PresetView(
                preset.key(),
                preset.name(),
                scheme == null ? null : scheme.header(),
                preset.secret(),
                preset.mapping(),
                preset.examples().stream()
                        .map(it -> new Example(it.name(), it.headers(), it.body()))
                        .toList());
    }
}
