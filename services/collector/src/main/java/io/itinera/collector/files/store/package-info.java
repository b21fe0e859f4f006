/** What PostgreSQL keeps of imports: what was announced, how far each is, and who is reading it. */
@NullMarked
package io.itinera.collector.files.store;

import org.jspecify.annotations.NullMarked;
