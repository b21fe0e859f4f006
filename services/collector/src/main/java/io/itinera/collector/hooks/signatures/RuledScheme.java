package io.itinera.collector.hooks.signatures;

import io.itinera.collector.hooks.domain.Delivery;
import io.itinera.contracts.settings.SignatureRule;
import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An HMAC as a rule describes it: of Shopify, LINE, Zendesk, and of every sender without a preset.
 *
 * @param rule where it stands and what it was made of
 */
public record RuledScheme(SignatureRule rule) implements Scheme {
    private static final Pattern PLACE = Pattern.compile("\\{(body|timestamp)}");

    @Override
    public String header() {
        return rule.header();
    }

    @Override
    public @Nullable String complaint(Delivery delivery, byte[] body, String secret, Instant now) {
        String told = delivery.header(rule.header());
        if (told == null) {
            return Complaints.missing(rule.header());
        }
        String prefix = rule.prefix() == null ? "" : rule.prefix();
        if (!told.startsWith(prefix)) {
            return "The header " + rule.header() + " must begin with " + prefix;
        }
        String dated = rule.timestampHeader();
        String timestamp = dated == null ? null : delivery.header(dated);
        String late = dated == null ? null : Age.complaint(dated, timestamp, now);
        if (late != null) {
            return late;
        }
        Hmac hmac = new Hmac(rule.hash(), secret);
        sign(hmac, body, timestamp == null ? "" : timestamp);
        return hmac.is(told.substring(prefix.length()), rule.encoding())
                ? null
                : Complaints.wrong(rule.header());
    }

    private void sign(Hmac hmac, byte[] body, String timestamp) {
        Matcher places = PLACE.matcher(rule.signed());
        int done = 0;
        for (MatchResult place : places.results().toList()) {
            hmac.with(rule.signed().substring(done, place.start()));
            if (place.group(1).equals("body")) {
                hmac.with(body);
            } else {
                hmac.with(timestamp);
            }
            done = place.end();
        }
        hmac.with(rule.signed().substring(done));
    }
}
