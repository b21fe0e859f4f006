package io.itinera.messaging.provider;

import io.itinera.messaging.domain.Letter;
import io.itinera.messaging.domain.delivery.Input;
import io.itinera.messaging.domain.delivery.ProviderReply;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.SMTPException;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Gives letters to the mail server, over connections that are kept. Its answer is waited for, as
 * long as the connection lives: who stops listening after the body has left and tries again makes
 * two mails of one (RFC 5321, 4.5.3.2.6). A connection on which the server is silent for too long
 * is closed.
 */
public final class MailProvider {
    /** The longest that a connection takes to come about. */
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** How long until a connection is ready, its greeting being slow (RFC 5321, 4.5.3.2.1). */
    private static final Duration GREETING = Duration.ofMinutes(5);

    private static final Input NOT_READY = new Input.Unavailable("server_silent");

    /**
     * More replies than one letter waits for, logging in included: should the client itself never
     * answer, which only a flaw in it can bring about, nobody waits for ever.
     */
    private static final int MOST_REPLIES = 12;

    /** Permanent replies that are about us and not about the letter: an operator mends them. */
    private static final Set<Integer> OUR_FAULT = Set.of(500, 502, 503, 530, 534, 535, 538);

    private final MailClient client;
    private final Duration ready;
    private final Duration longest;

    /**
     * A provider with connections of its own.
     *
     * @param server where it is and how to talk to it
     * @param silence how long it may say nothing before its connection is closed
     */
    public MailProvider(Vertx vertx, MailConfig server, Duration silence) {
        MailConfig impatient =
                new MailConfig(server)
                        .setConnectTimeout(Math.toIntExact(CONNECT.toMillis()))
                        .setIdleTimeout(Math.toIntExact(silence.toMillis()))
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        this.client = MailClient.create(vertx, impatient);
        this.ready = silence.compareTo(GREETING) < 0 ? silence : GREETING;
        this.longest = silence.multipliedBy(MOST_REPLIES);
    }

    /**
     * Hands a letter over, once.
     *
     * @return what came of it; never a failure
     */
    public Uni<Input> deliver(Letter letter) {
        WatchedMessage message = new WatchedMessage();
        Uni<Input> answered =
                Uni.createFrom()
                        .deferred(() -> client.sendMail(write(message, letter)))
                        .<Input>map(_ -> new Input.Accepted())
                        .ifNoItem()
                        .after(longest)
                        .recoverWithItem(() -> new Input.Unheard("answer_missing"))
                        .onFailure()
                        .recoverWithItem(failure -> answer(failure, message));
        return Uni.combine().any().of(answered, withdrawn(message));
    }

    /** The client forgets to answer when a connection is lost before it is ready. */
    private Uni<Input> withdrawn(WatchedMessage message) {
        return Uni.createFrom()
                .item(message)
                .onItem()
                .delayIt()
                .by(ready)
                .flatMap(
                        waiting ->
                                waiting.withdraw()
                                        ? Uni.createFrom().item(NOT_READY)
                                        : Uni.createFrom().nothing());
    }

    /** Closes the connections. */
    public Uni<Void> close() {
        return client.close();
    }

    private static WatchedMessage write(WatchedMessage message, Letter letter) {
        message.setFrom(letter.from())
                .setTo(letter.to())
                .setSubject(letter.text().subject())
                .setText(letter.text().text())
                .setHtml(letter.text().html())
                .setHeaders(MultiMap.caseInsensitiveMultiMap().addAll(letter.headers()));
        return message;
    }

    private static Input answer(Throwable failure, WatchedMessage message) {
        return switch (failure) {
            case SMTPException reply -> answer(reply);
            case IllegalArgumentException _ -> new Input.Stumbled("unsendable");
            default ->
                    message.mayHaveLeft()
                            ? new Input.Unheard("answer_unknown")
                            : new Input.Unavailable("connection_lost");
        };
    }

    private static Input answer(SMTPException reply) {
        return reply.isPermanent() && !OUR_FAULT.contains(reply.getReplyCode())
                ? new Input.Refused(
                        new ProviderReply(reply.getReplyCode(), reply.getReplyMessage()))
                : new Input.Unavailable("provider:" + reply.getReplyCode());
    }
}
