/** Who may do what, which service owns a path, and what a write key is: no clock, no I/O. */
@NullMarked
package io.itinera.gateway.domain;

import org.jspecify.annotations.NullMarked;
