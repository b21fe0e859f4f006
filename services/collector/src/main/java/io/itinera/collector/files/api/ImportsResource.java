package io.itinera.collector.files.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.itinera.collector.files.DryRun;
import io.itinera.collector.files.Imports;
import io.itinera.collector.files.domain.ImportState;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.tenancy.Caller;
import io.itinera.kit.trace.Traces;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Files of events: announced, tried and looked at here; their bytes go another way. */
@Path("/imports")
final class ImportsResource {
    private static final int MOST = 200;

    /** As much of a file is tried. */
    private static final int SAMPLE_BYTES = 1024 * 1024;

    private final Imports imports;
    private final Caller caller;
    private final InstantSource clock = Clock.systemUTC();

    @Inject
    ImportsResource(Imports imports, Caller caller) {
        this.imports = imports;
        this.caller = caller;
    }

    /**
     * A page of imports.
     *
     * @param items the newest first
     * @param next where the next page begins; absent when there is none
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ImportView> items, @Nullable String next) {}

    /**
     * The end of a file.
     *
     * @param completeUpTo up to when nothing else will come from the source
     */
    @RegisterForReflection
    record Finish(@Nullable Instant completeUpTo) {}

    @POST
    @ResponseStatus(201)
    public Uni<ImportView> begin(ImportRequest request) {
        return imports.begin(request.by(caller.person(), caller.workspace(), clock.instant()))
                .map(ImportView::of);
    }

    @GET
    public Uni<Page> list(
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        return imports.list(caller.workspace(), after, most + 1).map(found -> page(found, most));
    }

    private static Page page(List<ImportState> found, int most) {
        List<ImportView> items = found.stream().limit(most).map(ImportView::of).toList();
        return new Page(items, found.size() > most ? items.getLast().id().toString() : null);
    }

    @GET
    @Path("/{id}")
    public Uni<ImportView> one(@PathParam("id") UUID id) {
        return imports.find(caller.workspace(), id).map(ImportView::of);
    }

    @POST
    @Path("/{id}/finish")
    @Blocking
    public ImportView finish(@PathParam("id") UUID id, @Nullable Finish finish) {
        return ImportView.of(
                imports.finish(
                        caller.workspace(),
                        id,
                        finish == null ? null : finish.completeUpTo(),
                        Traces.current().orElse(null)));
    }

    @POST
    @Path("/dry-run")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    public DryRunView dryRun(
            @RestForm("import") @PartType(MediaType.APPLICATION_JSON) @Nullable ImportRequest about,
            @RestForm("file") @Nullable FileUpload file)
            throws IOException {
        if (about == null || file == null) {
            throw new Problem(
                    ProblemCode.BAD_REQUEST, "A form with the parts import and file is needed");
        }
        try (InputStream bytes = Files.newInputStream(file.uploadedFile())) {
            byte[] sample = bytes.readNBytes(SAMPLE_BYTES);
            boolean isWhole = bytes.read() < 0;
            return DryRunView.of(
                    imports.dryRun(
                            about.by(caller.person(), caller.workspace(), clock.instant()),
                            sample,
                            isWhole ? DryRun.Extent.WHOLE : DryRun.Extent.BEGINNING));
        }
    }
}
