package io.itinera.kit.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One thing that is wrong with what was sent.
 *
 * @param path where, as a JSON Pointer such as {@code /nodes/wait/duration}; empty for the whole
 * @param message what, as a sentence
 */
@RegisterForReflection
public record Flaw(String path, String message) {}
