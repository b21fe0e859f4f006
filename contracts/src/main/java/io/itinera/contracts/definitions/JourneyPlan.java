package io.itinera.contracts.definitions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.contracts.Frozen;
import io.itinera.contracts.Wire;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a journey does, as it was drawn. Whether it holds together (edges that lead somewhere, known
 * templates, limits) is asked once, when it is published.
 *
 * @param name what people call it
 * @param entry how a customer gets in
 * @param collections what an enrollment gathers on its way, by name
 * @param excludes who must not get in and must not be sent anything; asked at entry and at every
 *     send
 * @param exits what ends an enrollment the moment it becomes true
 * @param start the first node's id
 * @param nodes by id
 * @param layout where the author placed each node on the canvas, in pixels
 * @param more what later releases add, kept as it is
 */
@Wire
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JourneyPlan(
        String name,
        @Nullable Entry entry,
        Map<String, CollectionRule> collections,
        List<Rule> excludes,
        List<Rule> exits,
        @Nullable String start,
        Map<String, Node> nodes,
        Map<String, Position> layout,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> more) {

    public JourneyPlan {
        collections = collections == null ? Map.of() : Map.copyOf(collections);
        excludes = Frozen.list(excludes);
        exits = Frozen.list(exits);
        nodes = nodes == null ? Map.of() : Map.copyOf(nodes);
        layout = layout == null ? Map.of() : Map.copyOf(layout);
        more = Frozen.map(more);
    }
}
