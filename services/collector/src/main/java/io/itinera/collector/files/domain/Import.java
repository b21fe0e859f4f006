package io.itinera.collector.files.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in.
 *
 * @param id the import
 * @param workspace the tenant
 * @param source as whose events its rows count
 * @param name what the file is called; rows without an id get one from it
 * @param layout how it is written
 * @param live whether its events count as live ones do; else they are history and trigger nothing
 * @param completeUpTo up to when nothing else will come from the source, once the file is whole
 * @param createdAt when it was announced
 * @param createdBy by whom
 */
public record Import(
        UUID id,
        String workspace,
        UUID source,
        String name,
        Layout layout,
        boolean live,
        @Nullable Instant completeUpTo,
        Instant createdAt,
        String createdBy) {}
