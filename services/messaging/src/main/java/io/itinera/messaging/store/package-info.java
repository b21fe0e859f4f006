/** PostgreSQL: deliveries, consent, suppression, the catalogue and templates. */
@NullMarked
package io.itinera.messaging.store;

import org.jspecify.annotations.NullMarked;
