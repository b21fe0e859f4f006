/** Everything that happened to a customer, with who they are after it. */
@NullMarked
package io.itinera.contracts.activity;

import org.jspecify.annotations.NullMarked;
