/**
 * The condition language: parse, compile, evaluate, print; pure. Read {@link
 * io.itinera.conditions.Conditions} first, then {@link io.itinera.conditions.Compiled}, {@link
 * io.itinera.conditions.Subject} and {@link io.itinera.conditions.Question}, whose kinds answer
 * from a {@link io.itinera.conditions.Vantage}. What it all means, an oracle in the tests says once
 * more.
 */
@NullMarked
package io.itinera.conditions;

import org.jspecify.annotations.NullMarked;
