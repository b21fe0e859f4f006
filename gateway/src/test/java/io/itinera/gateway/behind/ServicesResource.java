package io.itinera.gateway.behind;

import io.itinera.gateway.domain.Service;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts the services behind the gateway, and tells it about them and about who signs people in.
 */
public final class ServicesResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable Services services;

    @Override
    public Map<String, String> start() {
        Services started = new Services();
        services = started;
        Map<String, String> config = new HashMap<>();
        for (Service service : Service.values()) {
            config.put("itinera.services." + service.text(), started.address(service));
        }
        config.put("itinera.proxy.answer-timeout", "PT1S");
        config.put("itinera.proxy.streams-per-person", "3");
        config.put(
                "itinera.session.encryption-key", "a secret of the gateway's tests, long enough");
        config.put("itinera.collector-url", "https://collect.example");
        config.put("itinera.bootstrap.claim", "groups");
        config.put("itinera.bootstrap.value", "admin");
        config.put("quarkus.oidc.auth-server-url", "${keycloak.url}/realms/quarkus");
        config.put("quarkus.oidc.client-id", "quarkus-web-app");
        config.put(
                "quarkus.oidc.credentials.secret", "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T");
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(services, new TestInjector.MatchesType(Services.class));
    }

    @Override
    public void stop() {
        if (services != null) {
            services.close();
        }
    }
}
