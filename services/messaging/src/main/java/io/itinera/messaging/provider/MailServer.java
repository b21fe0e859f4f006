package io.itinera.messaging.provider;

import io.quarkus.mailer.runtime.MailerRuntimeConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The mail server as an operator describes it under {@code quarkus.mailer}: its address, log-in,
 * TLS and pool. We make the client ourselves, since Quarkus gives its own no time-out and no way to
 * add one. Keys that Quarkus deprecates in favour of a named TLS configuration are not heeded.
 */
public final class MailServer {
    private MailServer() {}

    /**
     * Where the server is and how to talk to it.
     *
     * @param tls finds the TLS configuration of a name
     * @throws IllegalStateException when it says something that is not heeded
     */
    public static MailConfig of(
            MailerRuntimeConfig said, Function<String, Optional<TlsConfiguration>> tls) {
        if (said.dkim().enabled()) {
            throw new IllegalStateException("quarkus.mailer.dkim is not heeded: the server signs");
        }
        MailConfig server =
                new MailConfig()
                        .setHostname(said.host())
                        .setStarttls(StartTLSOptions.valueOf(upper(said.startTLS())))
                        .setLogin(LoginOption.valueOf(upper(said.login())))
                        .setDisableEsmtp(said.disableEsmtp())
                        .setPipelining(said.pipelining());
        said.port().ifPresent(server::setPort);
        said.username().ifPresent(server::setUsername);
        said.password().ifPresent(server::setPassword);
        said.authMethods().ifPresent(server::setAuthMethods);
        said.ownHostName().ifPresent(server::setOwnHostname);
        pool(server, said);
        secure(server, said, tls);
        return server;
    }

    private static void pool(MailConfig server, MailerRuntimeConfig said) {
        server.setKeepAlive(said.keepAlive())
                .setMaxPoolSize(said.maxPoolSize())
                .setKeepAliveTimeout(Math.toIntExact(said.keepAliveTimeout().toMillis()))
                .setKeepAliveTimeoutUnit(TimeUnit.MILLISECONDS)
                .setPoolCleanerPeriod(Math.toIntExact(said.poolCleanerPeriod().toMillis()))
                .setPoolCleanerPeriodUnit(TimeUnit.MILLISECONDS)
                .setMetricsName("mail");
        said.maxMailsPerConnection().ifPresent(server::setMaxMailsPerConnection);
    }

    private static void secure(
            MailConfig server,
            MailerRuntimeConfig said,
            Function<String, Optional<TlsConfiguration>> tls) {
        if (said.tlsConfigurationName().isEmpty()) {
            server.setSsl(said.tls().orElse(false));
            return;
        }
        String name = said.tlsConfigurationName().get();
        TlsConfiguration known =
                tls.apply(name)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "quarkus.mailer.tls-configuration-name is none: "
                                                        + name));
        TlsConfigUtils.configure(server, known);
        server.setSsl(said.tls().orElse(true));
    }

    private static String upper(String option) {
        return option.toUpperCase(Locale.ROOT);
    }
}
