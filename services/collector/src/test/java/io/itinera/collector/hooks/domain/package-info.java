@NullMarked
package io.itinera.collector.hooks.domain;

import org.jspecify.annotations.NullMarked;
