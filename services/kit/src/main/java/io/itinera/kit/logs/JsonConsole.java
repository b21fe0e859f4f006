package io.itinera.kit.logs;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.logging.Handler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.StructuredFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Makes the console write JSON, with the service's name on every line. */
@Singleton
final class JsonConsole {
    private final LogsConfig config;
    private final String service;

    JsonConsole(LogsConfig config, @ConfigProperty(name = "itinera.service") String service) {
        this.config = config;
        this.service = service;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) StartupEvent event) {
        if (!config.json()) {
            return;
        }
        for (Handler handler : InitialConfigurator.DELAYED_HANDLER.getHandlers()) {
            if (handler instanceof ConsoleHandler console) {
                console.setFormatter(formatter(service));
            }
        }
    }

    static JsonFormatter formatter(String service) {
        JsonFormatter formatter = new JsonFormatter();
        formatter.setExceptionOutputType(StructuredFormatter.ExceptionOutputType.FORMATTED);
        formatter.setMetaData(LogKeys.SERVICE + "=" + service);
        formatter.setPrintDetails(false);
        return formatter;
    }
}
