package io.itinera.gateway.api.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class ProviderReadinessTest {
    private static final OidcTenantConfig TENANT =
            OidcTenantConfig.authServerUrl("http://127.0.0.1:1/realms/none")
                    .tenantId("Default")
                    .build();

    @Test
    void providerOutOfReachIsDownWithTheReasonAndAskedAgainEachTime() {
        List<String> asked = new ArrayList<>();
        TenantConfigContext away =
                TenantConfigContext.createNotReady(
                        null,
                        TENANT,
                        () -> {
                            asked.add("connect");
                            return Uni.createFrom().failure(new OIDCException("refused"));
                        });
        ProviderReadiness readiness = new ProviderReadiness(() -> away);

        HealthCheckResponse first = readiness.call().await().indefinitely();
        HealthCheckResponse second = readiness.call().await().indefinitely();

        assertEquals(List.of("connect", "connect"), asked);
        assertEquals(Status.DOWN, first.getStatus());
        assertEquals(
                Map.of("reason", "The identity provider does not answer: refused"),
                second.getData().orElseThrow());
    }
}
