@NullMarked
package io.itinera.collector.hooks.signatures;

import org.jspecify.annotations.NullMarked;
