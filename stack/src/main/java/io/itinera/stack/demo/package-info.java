/**
 * The demo: sets a workspace up over HTTP as a person would, lets the shop's customers in, and
 * reckons what came of it from the shop's own ledger and the inbox's mail, from no service's word.
 * Read {@link io.itinera.stack.demo.Demo} first.
 */
@NullMarked
package io.itinera.stack.demo;

import org.jspecify.annotations.NullMarked;
