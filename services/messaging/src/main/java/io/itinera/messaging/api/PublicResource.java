package io.itinera.messaging.api;

import io.itinera.messaging.Consents;
import io.itinera.messaging.Consents.Leaving;
import io.itinera.messaging.Deliveries;
import io.itinera.messaging.domain.delivery.Input;
import io.itinera.messaging.letters.Links;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** What customers reach from their mail. The token in the link is the credential. */
@Path("/public")
public class PublicResource {
    private static final Logger LOG = Logger.getLogger(PublicResource.class);
    private static final byte[] PLACEHOLDER = Resources.bytes("/pictures/placeholder.png");
    private static final String HTML = "text/html;charset=UTF-8";

    private final Links links;
    private final Consents consents;
    private final Deliveries deliveries;

    @Inject
    PublicResource(Links links, Consents consents, Deliveries deliveries) {
        this.links = links;
        this.consents = consents;
        this.deliveries = deliveries;
    }

    /** Asks, and changes nothing: scanners of mail follow every link. */
    @GET
    @Path("/unsubscribe/{token}")
    public Uni<RestResponse<String>> ask(
            @PathParam("token") String token, @Context HttpHeaders headers) {
        return page(token, headers, consents::leaving, LeavingPage::question);
    }

    /** Unsubscribes at one click, by the page's button or by the mail program (RFC 8058). */
    @POST
    @Path("/unsubscribe/{token}")
    public Uni<RestResponse<String>> unsubscribe(
            @PathParam("token") String token, @Context HttpHeaders headers) {
        return page(
                token,
                headers,
                send -> consents.unsubscribe(send).chain(() -> consents.leaving(send)),
                LeavingPage::done);
    }

    /** Leads where the mail said, and nowhere else. */
    @GET
    @Path("/click/{token}")
    public Uni<RestResponse<String>> click(
            @PathParam("token") String token, @Context HttpHeaders headers) {
        Optional<Links.Clicked> link = links.clicked(token);
        return link.isEmpty()
                ? Uni.createFrom().item(invalid(headers))
                : deliveries
                        .happened(link.get().send(), new Input.Clicked(link.get().url()))
                        .onFailure()
                        .invoke(lost -> LOG.warn("A click was not counted", lost))
                        .onFailure()
                        .recoverWithNull()
                        .replaceWith(redirect(link.get().url()));
    }

    /** Where a link would lead; nobody has followed it. */
    @HEAD
    @Path("/click/{token}")
    public RestResponse<String> peek(
            @PathParam("token") String token, @Context HttpHeaders headers) {
        return links.clicked(token).map(link -> redirect(link.url())).orElse(invalid(headers));
    }

    /** The picture for an item that has none. */
    @GET
    @Path("/pictures/placeholder.png")
    @Produces("image/png")
    public RestResponse<byte[]> placeholder() {
        return ResponseBuilder.ok(PLACEHOLDER)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400")
                .build();
    }

    private interface Writer {
        String page(String shop, String locale);
    }

    private interface Asked {
        Uni<@Nullable Leaving> of(UUID send);
    }

    private Uni<RestResponse<String>> page(
            String token, HttpHeaders headers, Asked asked, Writer writer) {
        Optional<UUID> send = links.unsubscribing(token);
        return send.isEmpty()
                ? Uni.createFrom().item(invalid(headers))
                : asked.of(send.get())
                        .map(
                                leaving ->
                                        leaving == null
                                                ? invalid(headers)
                                                : html(
                                                        Status.OK,
                                                        writer.page(
                                                                leaving.workspace(),
                                                                locale(
                                                                        headers,
                                                                        leaving.locale()))));
    }

    private static RestResponse<String> invalid(HttpHeaders headers) {
        return html(Status.NOT_FOUND, LeavingPage.invalid(locale(headers, "en")));
    }

    private static RestResponse<String> html(Status status, String page) {
        return ResponseBuilder.create(status, page)
                .header(HttpHeaders.CONTENT_TYPE, HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
                .build();
    }

    private static RestResponse<String> redirect(String url) {
        return ResponseBuilder.<String>create(Status.FOUND)
                .header(HttpHeaders.LOCATION, Links.ascii(url))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .type(MediaType.TEXT_PLAIN_TYPE)
                .build();
    }

    /** The language that the reader asks for, else the one that the workspace writes in. */
    private static String locale(HttpHeaders headers, String otherwise) {
        return headers.getAcceptableLanguages().stream()
                .filter(locale -> !locale.equals(Locale.forLanguageTag("*")))
                .map(Locale::toLanguageTag)
                .filter(tag -> !tag.equals("und") && !tag.equals("*"))
                .map(Spoken::of)
                .findFirst()
                .orElse(Spoken.of(otherwise));
    }
}
