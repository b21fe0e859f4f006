/**
 * Who is asking, and for which workspace: the internal token that the gateway mints and every
 * service checks. Resources inject {@link io.itinera.kit.tenancy.Caller}; a service with public
 * paths outside {@code /public/} produces a {@link io.itinera.kit.tenancy.PublicPaths}.
 */
@NullMarked
package io.itinera.kit.tenancy;

import org.jspecify.annotations.NullMarked;
