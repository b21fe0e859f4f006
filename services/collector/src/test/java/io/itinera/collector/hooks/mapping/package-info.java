@NullMarked
package io.itinera.collector.hooks.mapping;

import org.jspecify.annotations.NullMarked;
