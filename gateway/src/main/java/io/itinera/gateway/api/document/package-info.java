/** One OpenAPI document of everything that can be asked here. */
@NullMarked
package io.itinera.gateway.api.document;

import org.jspecify.annotations.NullMarked;
