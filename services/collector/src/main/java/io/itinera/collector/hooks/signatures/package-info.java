/**
 * How providers sign what they deliver: each way is a {@link
 * io.itinera.collector.hooks.signatures.Scheme} that says what speaks against a delivery.
 */
@NullMarked
package io.itinera.collector.hooks.signatures;

import org.jspecify.annotations.NullMarked;
