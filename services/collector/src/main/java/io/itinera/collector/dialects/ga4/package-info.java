/**
 * Google Analytics 4: {@link io.itinera.collector.dialects.ga4.MeasurementProtocol} from servers
 * and {@link io.itinera.collector.dialects.ga4.GtagHits} from pages both read into {@link
 * io.itinera.collector.dialects.ga4.Ga4Event}, which {@link
 * io.itinera.collector.dialects.ga4.Ga4Drafts} tells in the words of Segment's e-commerce.
 */
@NullMarked
package io.itinera.collector.dialects.ga4;

import org.jspecify.annotations.NullMarked;
