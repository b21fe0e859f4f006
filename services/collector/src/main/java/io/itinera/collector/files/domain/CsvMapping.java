package io.itinera.collector.files.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a CSV file mean.
 *
 * @param separator between fields: a comma unless told otherwise
 * @param decimal what stands before a number's fraction: a point unless told otherwise
 * @param zone where times without an offset are meant: UTC unless told otherwise
 * @param fields what an event gets from each row
 */
@RegisterForReflection
public record CsvMapping(
        @JsonProperty(isRequired = OptBoolean.FALSE) @Nullable Character separator,
        @JsonProperty(isRequired = OptBoolean.FALSE) @Nullable Character decimal,
        @JsonProperty(isRequired = OptBoolean.FALSE) @Nullable ZoneId zone,
        List<CsvField> fields) {
    private static final int MAX_FIELDS = 500;

    /** They are repeated with every row. */
    private static final int MAX_VALUES_LENGTH = 10_000;

    private static final String SEPARATORS = ",;\t|";
    private static final String DECIMALS = ".,";

    public CsvMapping {
        separator = oneOf(SEPARATORS, separator, "the separator must be , ; | or a tab");
        decimal = oneOf(DECIMALS, decimal, "the decimal must be . or ,");
        zone = zone == null ? ZoneOffset.UTC : zone;
        fields = List.copyOf(fields);
        if (fields.isEmpty() || fields.size() > MAX_FIELDS) {
            throw new IllegalArgumentException("a mapping has 1 to " + MAX_FIELDS + " fields");
        }
        refuseLongValues(fields);
        refuseOverlaps(fields);
    }

    private static Character oneOf(String choice, @Nullable Character told, String otherwise) {
        char one = told == null ? choice.charAt(0) : told;
        if (choice.indexOf(one) < 0) {
            throw new IllegalArgumentException(otherwise);
        }
        return one;
    }

    private static void refuseLongValues(List<CsvField> fields) {
        long length =
                fields.stream()
                        .map(CsvField::value)
                        .filter(Objects::nonNull)
                        .mapToLong(String::length)
                        .sum();
        if (length > MAX_VALUES_LENGTH) {
            throw new IllegalArgumentException(
                    "the values of a mapping have together at most %d characters"
                            .formatted(MAX_VALUES_LENGTH));
        }
    }

    /** A place has one value, and one that has a value has nothing inside it. */
    private static void refuseOverlaps(List<CsvField> fields) {
        Set<String> values = new HashSet<>();
        Set<String> insides = new HashSet<>();
        for (CsvField field : fields) {
            if (!values.add(field.to())) {
                throw new IllegalArgumentException("two fields go to " + field.to());
            }
            insides.addAll(field.target().around());
        }
        values.retainAll(insides);
        if (!values.isEmpty()) {
            throw new IllegalArgumentException(
                    "a field goes to " + values.iterator().next() + " and another inside it");
        }
    }
}
