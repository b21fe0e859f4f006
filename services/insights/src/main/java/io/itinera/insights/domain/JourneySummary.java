package io.itinera.insights.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journey in one line.
 *
 * @param journey the journey
 * @param name what its newest version is called
 * @param entered how many enrollments began
 * @param inside how many have not ended
 * @param ended how many have
 * @param sent how many messages left
 */
public record JourneySummary(
        UUID journey, @Nullable String name, long entered, long inside, long ended, long sent) {}
