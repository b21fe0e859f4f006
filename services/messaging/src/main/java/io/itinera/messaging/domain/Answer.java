package io.itinera.messaging.domain;

/** What somebody says when they are asked whether we may write to them. */
public enum Answer {
    YES,
    NO
}
