package io.itinera.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where whatever ends a REST request early becomes a problem document. */
final class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    Response problem(Problem problem, UriInfo uri) {
        return response(problem, uri);
    }

    @ServerExceptionMapper
    Response unfittingJson(MismatchedInputException unfitting, UriInfo uri) {
        return response(JsonFlaws.problem(unfitting), uri);
    }

    @ServerExceptionMapper
    Response chosenByFramework(WebApplicationException chosen, UriInfo uri) {
        if (chosen.getCause() instanceof JsonProcessingException unreadable) {
            return response(JsonFlaws.problem(unreadable), uri);
        }
        int status = chosen.getResponse().getStatus();
        if (status < 400) {
            return chosen.getResponse();
        }
        ProblemCode code = ProblemCode.ofStatus(status);
        return response(new Problem(code, code.title() + ": " + uri.getPath()), uri);
    }

    @ServerExceptionMapper
    Response surprise(Throwable surprise, UriInfo uri) {
        LOG.error("A request ended with a surprise", surprise);
        return response(
                new Problem(ProblemCode.INTERNAL, "The log has it under this trace id"), uri);
    }

    private static Response response(Problem problem, UriInfo uri) {
        Response.ResponseBuilder response =
                Response.status(problem.code().status())
                        .type(ProblemDocument.MEDIA_TYPE)
                        .entity(ProblemDocument.of(problem, uri.getPath()));
        problem.retryAfter()
                .ifPresent(after -> response.header(HttpHeaders.RETRY_AFTER, after.toSeconds()));
        return response.build();
    }
}
