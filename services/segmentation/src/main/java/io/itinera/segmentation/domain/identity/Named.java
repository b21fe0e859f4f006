package io.itinera.segmentation.domain.identity;

/**
 * One name of somebody.
 *
 * @param kind what sort of name, such as {@code email}
 * @param value the name
 */
public record Named(String kind, String value) {}
