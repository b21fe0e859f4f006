package io.itinera.collector.hooks;

import io.itinera.collector.Collector;
import io.itinera.collector.CollectorConfig;
import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Dialect;
import io.itinera.collector.domain.Draft;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Resent;
import io.itinera.collector.domain.Retrial;
import io.itinera.collector.domain.Sender;
import io.itinera.collector.domain.Submission;
import io.itinera.collector.domain.Text;
import io.itinera.collector.hooks.domain.Delivery;
import io.itinera.collector.hooks.domain.Mapped;
import io.itinera.collector.hooks.mapping.Mappings;
import io.itinera.collector.hooks.signatures.RuledScheme;
import io.itinera.collector.hooks.signatures.Scheme;
import io.itinera.collector.limits.SourceMeters;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Source;
import io.itinera.contracts.settings.Webhook;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.sealing.Sealing;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How sources take webhooks: whom they believe, and what they make of what is delivered. */
@Singleton
public final class Hooks {
    private static final Logger LOG = Logger.getLogger(Hooks.class);

    private final Collector collector;
    private final CollectorConfig limits;
    private final HookConfig config;
    private final Mappings mappings;
    private final SourceMeters meters;
    private final Instance<Sealing> sealing;
    private final Presets presets = new Presets();
    private final InstantSource clock = InstantSource.system();

    @Inject
    Hooks(
            Collector collector,
            CollectorConfig limits,
            HookConfig config,
            Mappings mappings,
            SourceMeters meters,
            Instance<Sealing> sealing) {
        this.collector = collector;
        this.limits = limits;
        this.config = config;
        this.mappings = mappings;
        this.meters = meters;
        this.sealing = sealing;
    }

    /** The providers that are known, in the order in which people look for them. */
    public List<Preset> presets() {
        return presets.all();
    }

    /** The provider that is called so. */
    public Optional<Preset> preset(String key) {
        return presets.of(key);
    }

    /**
     * The whole address of a request as its sender wrote it.
     *
     * @param told what the request itself, or a proxy that is trusted, says of it
     * @param target path and query
     */
    public String address(String told, String target) {
        return config.publicUrl()
                .map(url -> (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + target)
                .orElse(told);
    }

    /** How a delivery to a source is read. */
    public Dialect dialect(Source source, Webhook webhook, Delivery delivery) {
        return new HookDialect(
                delivery,
                trust(source, webhook),
                translation(webhook.preset(), webhook.mapping()),
                meters.of(source));
    }

    /**
     * What would become of a delivery, which nobody signed and nothing keeps.
     *
     * @param mapping empty for the preset's own
     */
    public DryRun dryRun(
            String workspace, Preset preset, String mapping, Delivery delivery, byte[] body) {
        Translation translation = translation(preset.key(), mapping);
        Mapped mapped = translation.of(delivery, body);
        Submission submission = HookDialect.submission(mapped, delivery, body, Limits.DEFAULT);
        return DryRun.of(mapped, collector.judge(submission, arrival(workspace)));
    }

    /**
     * The events that a delivery from quarantine is by its source's mapping of today; none when
     * that cannot use it either.
     */
    public List<Retrial> anew(Source source, KeptDelivery kept) {
        Webhook webhook = source.webhook();
        if (webhook == null) {
            return List.of();
        }
        byte[] body = kept.body();
        Mapped mapped = translation(webhook.preset(), webhook.mapping()).of(kept.delivery(), body);
        if (!(mapped instanceof Mapped.Events)) {
            return List.of();
        }
        Submission submission =
                HookDialect.submission(mapped, kept.delivery(), body, Limits.DEFAULT);
        return submission.drafts().stream().map(Hooks::retrial).toList();
    }

    private static Retrial retrial(Draft draft) {
        return new Retrial(
                String.valueOf(draft.text(Text.MESSAGE_ID)),
                draft,
                null,
                null,
                Resent.UNKNOWN,
                Sender.UNKNOWN,
                Arrival.History.OLD);
    }

    private Arrival arrival(String workspace) {
        Source nobody =
                new Source(
                        new UUID(0, 0),
                        workspace,
                        "",
                        List.of(),
                        true,
                        Source.DEFAULT_HISTORIC_AFTER,
                        IntakeRules.DEFAULT,
                        null,
                        Map.of());
        return new Arrival(
                nobody,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Resent.UNKNOWN,
                limits.skewCap(),
                () -> Ids.v7().toString(),
                Sender.UNKNOWN,
                collector.suppressed(nobody));
    }

    private Translation translation(String preset, String own) {
        String text = own.isBlank() ? presets.of(preset).map(Preset::mapping).orElse("") : own;
        return new Translation(mappings, text, config.patience());
    }

    private Trust trust(Source source, Webhook webhook) {
        Optional<Preset> preset = presets.of(webhook.preset());
        if (preset.isEmpty()) {
            return new Trust.Nobody("This source's preset is not known here");
        }
        if (preset.get().secret() == Preset.Secret.none) {
            return new Trust.Everybody();
        }
        Scheme scheme = scheme(preset.get(), webhook);
        if (scheme == null) {
            return new Trust.Nobody("This source has no rule for signatures yet");
        }
        String secret = secret(source, webhook);
        return secret == null
                ? new Trust.Nobody("This source has no secret yet")
                : new Trust.Signed(scheme, secret, clock);
    }

    private static @Nullable Scheme scheme(Preset preset, Webhook webhook) {
        if (!preset.key().equals(Preset.RULED)) {
            return preset.scheme();
        }
        return webhook.rule() == null ? null : new RuledScheme(webhook.rule());
    }

    /** The source's secret; null when it has none, or none that can be read here. */
    private @Nullable String secret(Source source, Webhook webhook) {
        String sealed = webhook.sealedSecret();
        if (sealed == null) {
            return null;
        }
        try {
            String secret = sealing.get().open(sealed, source.id());
            return secret.isBlank() ? null : secret.strip();
        } catch (Sealing.Unopened | IllegalStateException unreadable) {
            LOG.warnf("The secret of source %s cannot be read: %s", source.id(), unreadable);
            return null;
        }
    }
}
