@NullMarked
package io.itinera.collector.hooks;

import org.jspecify.annotations.NullMarked;
