/**
 * How clients other than Segment's write their requests, a room for each family; what they share is
 * {@link io.itinera.collector.dialects.Members}, {@link io.itinera.collector.dialects.Query} and
 * {@link io.itinera.collector.dialects.Drafting}.
 */
@NullMarked
package io.itinera.collector.dialects;

import org.jspecify.annotations.NullMarked;
