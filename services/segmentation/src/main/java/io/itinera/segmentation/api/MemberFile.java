package io.itinera.segmentation.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.itinera.kit.json.Json;
import io.itinera.segmentation.domain.customer.Customer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes members as a file.
 *
 * @param format how
 * @param traits which of their traits
 */
record MemberFile(MemberFormat format, List<String> traits) {
    private static final List<String> COLUMNS =
            List.of("customer", "since", "cause", "userId", "email", "name");

    /** What the file begins with. */
    String head() {
        return switch (format) {
            case csv -> {
                List<Object> head = new ArrayList<>(COLUMNS);
                head.addAll(traits);
                yield line(head);
            }
            case ndjson -> "";
        };
    }

    /** One member's line; none when they have left meanwhile. */
    byte[] row(Customer customer, UUID segment) {
        return MemberAnswer.of(customer, segment.toString(), traits)
                .map(this::row)
                .orElse(new byte[0]);
    }

    private byte[] row(MemberAnswer member) {
        return switch (format) {
            case csv -> csv(member);
            case ndjson -> utf8(json(member) + "\n");
        };
    }

    private byte[] csv(MemberAnswer member) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(member.customer());
        cells.add(member.since());
        cells.add(member.cause());
        cells.add(member.userId());
        cells.add(member.email());
        cells.add(member.name());
        Map<String, Object> known = member.traits() == null ? Map.of() : member.traits();
        traits.forEach(name -> cells.add(known.get(name)));
        return utf8(line(cells));
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(MemberFile::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Map<?, ?> map -> Cell.of(json(map));
            case List<?> list -> Cell.of(json(list));
            default -> Cell.of(value.toString());
        };
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what came as JSON goes as JSON", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
