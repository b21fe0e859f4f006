/**
 * The tracking plan: what a workspace says its events look like, what came in under which name, and
 * how events that were refused are judged anew.
 */
@NullMarked
package io.itinera.collector.plan;

import org.jspecify.annotations.NullMarked;
