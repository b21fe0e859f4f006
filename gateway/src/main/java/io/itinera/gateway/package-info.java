/**
 * The one door for people: login, workspaces, members, sources, and the way through to the
 * services. Read {@link io.itinera.gateway.api.door.Gate} (who may pass), {@link
 * io.itinera.gateway.domain.Right} (what a request needs), {@link
 * io.itinera.gateway.api.proxy.Passage} (how it goes on), then {@link
 * io.itinera.gateway.Workspaces}, {@link io.itinera.gateway.Members} and {@link
 * io.itinera.gateway.Sources} (what the gateway owns itself).
 */
@NullMarked
package io.itinera.gateway;

import org.jspecify.annotations.NullMarked;
