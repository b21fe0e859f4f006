package io.itinera.segmentation.api;

import io.itinera.contracts.attribute.AttributeRule;

/**
 * An attribute as somebody wants it.
 *
 * @param name the trait that it makes
 * @param rule how
 */
record AttributeRequest(String name, AttributeRule rule) {}
