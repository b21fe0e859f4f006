package io.itinera.gateway.api.door;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the identity provider answers. Asking connects to one that came up after us: without
 * being ready nobody would be let through to ask for it.
 */
@Readiness
final class ProviderReadiness implements AsyncHealthCheck {
    private static final String NAME = "identity provider";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Supplier<TenantConfigContext> provider;

    @Inject
    ProviderReadiness(TenantConfigBean tenants) {
        this(tenants::getDefaultTenant);
    }

    ProviderReadiness(Supplier<TenantConfigContext> provider) {
        this.provider = provider;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .deferred(() -> provider.get().initialize())
                .flatMap(ProviderReadiness::ask)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(ProviderReadiness::absent);
    }

    private static Uni<HealthCheckResponse> ask(TenantConfigContext context) {
        if (!context.ready()) {
            return Uni.createFrom().failure(new OIDCException("not connected yet"));
        }
        return context.getOidcProviderClient()
                .getWebClient()
                .getAbs(context.getOidcMetadata().getDiscoveryUri())
                .send()
                .map(answer -> answered(answer.statusCode()));
    }

    private static HealthCheckResponse answered(int status) {
        return status == HttpResponseStatus.OK.code()
                ? HealthCheckResponse.up(NAME)
                : down("The identity provider answers " + status);
    }

    private static HealthCheckResponse absent(Throwable failure) {
        return down("The identity provider does not answer: " + failure.getMessage());
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).withData("reason", reason).down().build();
    }
}
