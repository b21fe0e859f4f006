package io.itinera.stack.server;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/** A mail client for tests. */
public final class Smtp {

    private Smtp() {}

    /** Sends a mail with a text and an HTML part; returns after the server's 250. */
    public static void send(int port, String to, String subject) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.timeout", "20000");
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("shop@example.com"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setHeader("X-Itinera-Send", "send-1");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("The text of " + subject, "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p>The page of " + subject + "</p>", "text/html; charset=UTF-8");
        MimeMultipart both = new MimeMultipart("alternative", text, html);
        message.setContent(both);
        Transport.send(message);
    }
}
