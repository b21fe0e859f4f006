/**
 * A sender that writes down what it does before it does it; its file is the only witness that a
 * checker believes. Read {@link io.itinera.loadtests.ledger.Traffic} first.
 */
@NullMarked
package io.itinera.loadtests.ledger;

import org.jspecify.annotations.NullMarked;
