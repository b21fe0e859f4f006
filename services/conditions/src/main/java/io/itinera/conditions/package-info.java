/**
 * The condition language: parse, compile, evaluate, print; pure. Read {@link
 * io.itinera.conditions.Conditions} first, then {@link io.itinera.conditions.Compiled}, {@link
 * io.itinera.conditions.Subject} and {@link io.itinera.conditions.Counting}.
 */
@NullMarked
package io.itinera.conditions;

import org.jspecify.annotations.NullMarked;
