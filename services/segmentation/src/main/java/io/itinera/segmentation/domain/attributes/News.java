package io.itinera.segmentation.domain.attributes;

import java.util.Map;

/**
 * Something with a name of its own that follows from what happened.
 *
 * @param name what it is
 * @param properties the particulars
 */
public record News(String name, Map<String, Object> properties) {}
