/**
 * Secrets that travel on topics and lie in databases: {@link io.itinera.kit.sealing.Sealing} lets
 * only services read them.
 */
@NullMarked
package io.itinera.kit.sealing;

import org.jspecify.annotations.NullMarked;
