/** The condition language as a tree: what segments, triggers, branches and excludes are made of. */
@NullMarked
package io.itinera.contracts.condition;

import org.jspecify.annotations.NullMarked;
