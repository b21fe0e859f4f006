package io.itinera.gateway.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Where people arrive once they are signed in; who is not never gets here. */
@Path("/login")
final class LoginResource {
    private static final String HOME = "/";

    @GET
    @Operation(hidden = true)
    public RestResponse<Void> arrive(@QueryParam("to") @DefaultValue(HOME) String to) {
        return RestResponse.seeOther(URI.create(isOurs(to) ? to : HOME));
    }

    /** A path of ours; {@code //host} and what browsers take for it lead elsewhere. */
    private static boolean isOurs(String to) {
        if (!to.startsWith("/") || to.startsWith("//") || to.indexOf('\\') >= 0) {
            return false;
        }
        try {
            URI uri = new URI(to);
            return uri.getHost() == null && uri.getScheme() == null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
