package io.itinera.messaging.domain;

import java.time.Instant;

/**
 * That a template was published.
 *
 * @param version which version
 * @param publishedAt when
 * @param by the person who did it
 */
public record PublishedVersion(int version, Instant publishedAt, String by) {}
