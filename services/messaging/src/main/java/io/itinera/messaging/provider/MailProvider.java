package io.itinera.messaging.provider;

import io.itinera.messaging.domain.Letter;
import io.itinera.messaging.domain.delivery.Input;
import io.itinera.messaging.domain.delivery.ProviderReply;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;

/** Gives letters to the mail server, over connections that are kept. */
@ApplicationScoped
public class MailProvider {
    /** Permanent replies that are about us and not about the letter: an operator mends them. */
    private static final Set<Integer> OUR_FAULT = Set.of(500, 502, 503, 530, 534, 535, 538);

    private final MailClient client;

    @Inject
    MailProvider(MailClient client) {
        this.client = client;
    }

    /**
     * Hands a letter over, once.
     *
     * @param patience how long the server may take; after that its answer is not known
     * @return what came of it; never a failure
     */
    public Uni<Input> deliver(Letter letter, Duration patience) {
        return client.sendMail(message(letter))
                .<Input>map(_ -> new Input.Accepted())
                .ifNoItem()
                .after(patience)
                .recoverWithItem(() -> new Input.Unavailable("provider_timeout"))
                .onFailure()
                .recoverWithItem(MailProvider::answer);
    }

    private static MailMessage message(Letter letter) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().addAll(letter.headers());
        return new MailMessage()
                .setFrom(letter.from())
                .setTo(letter.to())
                .setSubject(letter.text().subject())
                .setText(letter.text().text())
                .setHtml(letter.text().html())
                .setHeaders(headers);
    }

    private static Input answer(Throwable failure) {
        if (!(failure instanceof SMTPException reply)) {
            return new Input.Unavailable("connection_lost");
        }
        if (reply.isPermanent() && !OUR_FAULT.contains(reply.getReplyCode())) {
            return new Input.Refused(
                    new ProviderReply(reply.getReplyCode(), reply.getReplyMessage()));
        }
        return new Input.Unavailable("provider:" + reply.getReplyCode());
    }
}
