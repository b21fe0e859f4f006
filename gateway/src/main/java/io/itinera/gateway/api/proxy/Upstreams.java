package io.itinera.gateway.api.proxy;

import io.itinera.gateway.domain.Service;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Connections to the services. */
@ApplicationScoped
public class Upstreams {
    private final HttpClient client;
    private final ServiceSettings addresses;
    private final ProxySettings settings;

    Upstreams(Vertx vertx, ServiceSettings addresses, ProxySettings settings) {
        this.addresses = addresses;
        this.settings = settings;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setConnectTimeout(
                                        Math.toIntExact(settings.connectTimeout().toMillis()))
                                .setMaxPoolSize(settings.connections())
                                .setMaxWaitQueueSize(settings.waiting()));
    }

    HttpClient client() {
        return client;
    }

    ProxySettings settings() {
        return settings;
    }

    /** A request to a service that is not sent yet. */
    public Future<HttpClientRequest> request(Service service, HttpMethod method, String uri) {
        URI address = addresses.of(service);
        boolean encrypted = "https".equals(address.getScheme());
        int standardPort = encrypted ? 443 : 80;
        return client.request(
                new RequestOptions()
                        .setMethod(method)
                        .setHost(address.getHost())
                        .setPort(address.getPort() < 0 ? standardPort : address.getPort())
                        .setSsl(encrypted)
                        .setURI(uri));
    }

    @PreDestroy
    void close() {
        client.close().toCompletionStage().toCompletableFuture().join();
    }
}
