/** What is known of accounts, by example and by property. */
@NullMarked
package io.itinera.segmentation.domain.accounts;

import org.jspecify.annotations.NullMarked;
