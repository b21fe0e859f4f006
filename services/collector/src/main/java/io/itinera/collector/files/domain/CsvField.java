package io.itinera.collector.files.domain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * One value that an event gets from each row: from a column, or the same for all.
 *
 * @param to where it goes, such as {@code userId} or {@code properties.price}
 * @param column the name of the column that it comes from
 * @param value what it is in every row
 * @param type what the column's text is read as; text unless told otherwise
 * @param format how times are written; ISO-8601 unless told otherwise
 */
@RegisterForReflection
public record CsvField(
        String to,
        @Nullable String column,
        @Nullable String value,
        @JsonProperty(isRequired = OptBoolean.FALSE) CellType type,
        @Nullable String format) {
    private static final int MAX_FORMAT_LENGTH = 60;

    public CsvField {
        type = type == null ? CellType.text : type;
        Target.of(to);
        if ((column == null) == (value == null)) {
            throw new IllegalArgumentException("a field has either a column or a value: " + to);
        }
        if (format != null && type != CellType.time) {
            throw new IllegalArgumentException("a format is for times: " + to);
        }
        if (format != null && !TimeText.isEpoch(format)) {
            refuseUnreadable(format);
        }
    }

    private static void refuseUnreadable(String format) {
        if (format.length() > MAX_FORMAT_LENGTH) {
            throw new IllegalArgumentException(
                    "a format has at most " + MAX_FORMAT_LENGTH + " characters");
        }
        var _ = TimeText.pattern(format);
    }

    /** Where it goes. */
    @JsonIgnore
    public Target target() {
        return Target.of(to);
    }
}
