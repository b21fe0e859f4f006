package io.itinera.messaging.api;

import io.itinera.kit.problem.Problem;
import io.itinera.kit.tenancy.Caller;
import io.itinera.messaging.Library;
import io.itinera.messaging.api.TemplateBodies.Draft;
import io.itinera.messaging.api.TemplateBodies.NewTemplate;
import io.itinera.messaging.api.TemplateBodies.PreviewRequest;
import io.itinera.messaging.api.TemplateBodies.Previewed;
import io.itinera.messaging.api.TemplateBodies.Published;
import io.itinera.messaging.api.TemplateBodies.TemplateDetail;
import io.itinera.messaging.api.TemplateBodies.TemplateItem;
import io.itinera.messaging.domain.Template;
import io.itinera.messaging.domain.Wording;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What messages say: drafts, versions, previews, and templates to begin with. */
@Path("/templates")
public class TemplatesResource {
    private final Library library;
    private final Starters starters;
    private final Caller caller;

    @Inject
    TemplatesResource(Library library, Starters starters, Caller caller) {
        this.library = library;
        this.starters = starters;
        this.caller = caller;
    }

    @GET
    public Uni<Page<TemplateItem>> list(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Page.limit(limit);
        return library.list(caller.workspace(), Checks.parameter("after", after), most + 1)
                .map(
                        found ->
                                Page.of(
                                        found,
                                        most,
                                        TemplateItem::of,
                                        template -> template.id().toString()));
    }

    @POST
    @ResponseStatus(201)
    public Uni<TemplateItem> add(NewTemplate template) {
        String name = Checks.text("/name", template.name(), Template.MAX_NAME);
        return library.draft(caller.workspace(), name, wording(template)).map(TemplateItem::of);
    }

    private Wording wording(NewTemplate template) {
        if (template.starter() != null) {
            return starters.wording(template.starter(), template.locale())
                    .orElseThrow(() -> Problem.notFound("starter", template.starter()));
        }
        Checks.channel("/channel", template.channel() == null ? Checks.EMAIL : template.channel());
        return TemplateBodies.wording(template.subject(), template.html(), template.text());
    }

    @GET
    @Path("/starters")
    public Page<Starters.Starter> starters(
            @QueryParam("locale") @DefaultValue("en") String locale) {
        return new Page<>(starters.list(locale), null);
    }

    @GET
    @Path("/{id}")
    public Uni<TemplateDetail> one(@PathParam("id") String id) {
        return library.find(caller.workspace(), Checks.id("template", id)).map(TemplateDetail::of);
    }

    @PUT
    @Path("/{id}")
    public Uni<TemplateDetail> edit(@PathParam("id") String id, Draft draft) {
        UUID template = Checks.id("template", id);
        String name = Checks.text("/name", draft.name(), Template.MAX_NAME);
        if (draft.revision() == null) {
            throw Checks.flawed("/revision", "is missing");
        }
        Wording wording = TemplateBodies.wording(draft.subject(), draft.html(), draft.text());
        return library.edit(caller.workspace(), template, draft.revision(), name, wording)
                .map(TemplateDetail::of);
    }

    @POST
    @Path("/{id}/publish")
    public Uni<Published> publish(@PathParam("id") String id) {
        return library.publish(caller.workspace(), Checks.id("template", id), caller.person())
                .map(Published::new);
    }

    @POST
    @Path("/preview")
    public Uni<Previewed> preview(PreviewRequest request) {
        return library.preview(
                        caller.workspace(),
                        TemplateBodies.wording(request.subject(), request.html(), request.text()),
                        request.customer(),
                        request.known(),
                        request.event(),
                        request.gathered())
                .map(Previewed::of);
    }
}
