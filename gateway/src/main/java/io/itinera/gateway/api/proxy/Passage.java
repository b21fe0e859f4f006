package io.itinera.gateway.api.proxy;

import io.itinera.gateway.domain.Service;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemAnswer;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.problem.ProblemDocument;
import io.vertx.core.Future;
import io.vertx.core.Promise;
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

    private static final String STREAM = "text/event-stream";

    private final RoutingContext exchange;
    private final Upstreams upstreams;
    private final Streams streams;
    private final Onward onward;
    private @Nullable HttpClientRequest sent;
    private Streams.@Nullable Seat seat;

    /** A passage that has not begun. */
    public Passage(RoutingContext exchange, Upstreams upstreams, Streams streams, Onward onward) {
        this.exchange = exchange;
        this.upstreams = upstreams;
        this.streams = streams;
        this.onward = onward;
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
                .request(onward.service(), context.request().getMethod(), onward.uri())
                .onSuccess(request -> sent = request);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Baggage.shedInward(context.request().headers());
        context.request()
                .setURI(onward.uri())
                .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + onward.token());
        return patient(context.sendRequest())
                .map(this::seated)
                .otherwise(failure -> answer(context, problem(failure)));
    }

    /** The answer, unless it takes too long. An upload that stalls is ended by the idle timeout. */
    private Future<ProxyResponse> patient(Future<ProxyResponse> answer) {
        long patienceMs = upstreams.settings().answerTimeout().toMillis();
        return switch (onward.patience()) {
            case FROM_BEGINNING -> answer.timeout(patienceMs, TimeUnit.MILLISECONDS);
            case FROM_END -> {
                Promise<ProxyResponse> first = Promise.promise();
                answer.onSuccess(first::tryComplete).onFailure(first::tryFail);
                exchange.request()
                        .end()
                        .compose(_ -> answer.timeout(patienceMs, TimeUnit.MILLISECONDS))
                        .onFailure(first::tryFail);
                yield first.future();
            }
        };
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        Baggage.shedOutward(context.response().headers());
        return context.sendResponse().onComplete(_ -> leave());
    }

    /** A stream needs a place, whatever path it came by; other answers end by themselves. */
    private ProxyResponse seated(ProxyResponse response) {
        String type = response.headers().get(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith(STREAM)) {
            seat = streams.seat(onward.person()).orElseThrow(this::tooMany);
        }
        return response;
    }

    private Problem tooMany() {
        return new Problem(
                ProblemCode.TOO_MANY_REQUESTS,
                "You have %d live views open, which is as many as one person may have: close one of them and try again"
                        .formatted(streams.atMost()));
    }

    private void leave() {
        if (seat != null) {
            seat.leave();
        }
    }

    private ProxyResponse answer(ProxyContext context, Problem problem) {
        if (sent != null) {
            sent.reset();
        }
        return context.request()
                .release()
                .response()
                .setStatusCode(problem.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE)
                .setBody(Body.body(ProblemAnswer.body(problem, exchange.normalizedPath())));
    }

    private Problem problem(Throwable failure) {
        if (failure instanceof Problem ours) {
            return ours;
        }
        Service service = onward.service();
        LOG.warnf(failure, "A service did not answer service=%s", service.text());
        if (failure instanceof TimeoutException) {
            return new Problem(
                    ProblemCode.GATEWAY_TIMEOUT,
                    "The service " + service.text() + " took too long to answer");
        }
        return new Problem(
                ProblemCode.BAD_GATEWAY, "The service " + service.text() + " does not answer");
    }
}
