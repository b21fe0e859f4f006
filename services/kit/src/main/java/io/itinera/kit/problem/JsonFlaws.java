package io.itinera.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;
import java.util.stream.Collectors;

/** Says where a JSON body is wrong, without Java's names and without the value. */
final class JsonFlaws {
    private JsonFlaws() {}

    static Problem problem(JsonProcessingException unreadable) {
        if (!(unreadable instanceof JsonMappingException mapping)) {
            return new Problem(ProblemCode.BAD_REQUEST, "The body is not JSON" + at(unreadable));
        }
        String path = pointer(mapping);
        String place = path.isEmpty() ? "The body" : path;
        return new Problem(
                ProblemCode.BAD_REQUEST,
                place + " " + what(mapping),
                List.of(new Flaw(path, what(mapping))));
    }

    private static String what(JsonMappingException mapping) {
        return switch (mapping) {
            case InvalidTypeIdException kind -> "is of no known kind";
            case InvalidFormatException format ->
                    "is not a " + format.getTargetType().getSimpleName();
            case ValueInstantiationException refused
                    when refused.getCause() instanceof IllegalArgumentException why ->
                    "is refused: " + why.getMessage();
            default -> "is missing or is of another type";
        };
    }

    private static String at(JsonProcessingException unreadable) {
        return unreadable.getLocation() == null
                ? ""
                : " at line %d, column %d"
                        .formatted(
                                unreadable.getLocation().getLineNr(),
                                unreadable.getLocation().getColumnNr());
    }

    private static String pointer(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(
                        step ->
                                "/"
                                        + (step.getFieldName() == null
                                                ? step.getIndex()
                                                : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
