/** The merged document, from documents that the test writes. */
@NullMarked
package io.itinera.gateway.api.document;

import org.jspecify.annotations.NullMarked;
