package io.itinera.gateway.api.proxy;

import io.itinera.gateway.domain.Service;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.problem.ProblemDocument;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request on its way through to a service; bodies stream in both directions. */
public final class Passage implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(Passage.class);

    private final RoutingContext exchange;
    private final Upstreams upstreams;
    private final Service service;
    private final String uri;
    private final String token;
    private @Nullable HttpClientRequest sent;

    /**
     * A passage that has not begun.
     *
     * @param uri path and query as the service is to see them
     * @param token the internal token, for this service and the workspace that was checked
     */
    public Passage(
            RoutingContext exchange,
            Upstreams upstreams,
            Service service,
            String uri,
            String token) {
        this.exchange = exchange;
        this.upstreams = upstreams;
        this.service = service;
        this.uri = uri;
        this.token = token;
    }

    /** Passes the request on and the answer back. */
    public void begin() {
        HttpProxy.reverseProxy(upstreams.client())
                .origin(this::origin)
                .addInterceptor(this)
                .handle(exchange.request());
    }

    private Future<HttpClientRequest> origin(ProxyContext context) {
        return upstreams
                .request(service, context.request().getMethod(), uri)
                .onSuccess(request -> sent = request);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Baggage.shedInward(context.request().headers());
        context.request().setURI(uri).putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        long patienceMs = upstreams.settings().answerTimeout().toMillis();
        return context.sendRequest()
                .timeout(patienceMs, TimeUnit.MILLISECONDS)
                .otherwise(failure -> answer(context, failure));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        Baggage.shedOutward(context.response().headers());
        return context.sendResponse();
    }

    private ProxyResponse answer(ProxyContext context, Throwable failure) {
        LOG.warnf(failure, "A service did not answer service=%s", service.text());
        if (sent != null) {
            sent.reset();
        }
        Problem problem = problem(failure);
        return context.request()
                .release()
                .response()
                .setStatusCode(problem.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .setBody(Body.body(ProblemAnswer.body(problem, exchange.normalizedPath())));
    }

    private Problem problem(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return new Problem(
                    ProblemCode.GATEWAY_TIMEOUT,
                    "The service " + service.text() + " took too long to answer");
        }
        return new Problem(
                ProblemCode.BAD_GATEWAY, "The service " + service.text() + " does not answer");
    }
}
