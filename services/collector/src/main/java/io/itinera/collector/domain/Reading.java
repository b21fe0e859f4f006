package io.itinera.collector.domain;

/** What came of reading a body. */
public sealed interface Reading permits Submission, Undecodable {}
