/** What a funnel, a path and a journey's figures are, apart from how they are computed. */
@NullMarked
package io.itinera.insights.domain;

import org.jspecify.annotations.NullMarked;
