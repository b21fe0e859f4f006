/**
 * JSONata, kept within bounds: {@link io.itinera.collector.hooks.mapping.Mappings} keeps what was
 * compiled, a {@link io.itinera.collector.hooks.mapping.Mapping} makes events of a body.
 */
@NullMarked
package io.itinera.collector.hooks.mapping;

import org.jspecify.annotations.NullMarked;
