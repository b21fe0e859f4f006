package io.itinera.collector.files.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param line the line at which the row begins, from 1
 * @param column the column that is wrong, when it is one
 * @param reason a code
 * @param detail the same as a sentence
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowFlaw(long line, @Nullable String column, String reason, String detail) {
    /** From here on the file cannot be read. */
    public static RowFlaw unusable(long line, @Nullable String column, String detail) {
        return new RowFlaw(line, column, "unusable_file", detail);
    }
}
