package io.itinera.messaging.domain;

/**
 * What a mail says: in a template as Liquid, in a delivery as the customer reads it.
 *
 * @param subject its subject
 * @param html its body
 * @param text its body for those who read no HTML
 */
public record Wording(String subject, String html, String text) {}
