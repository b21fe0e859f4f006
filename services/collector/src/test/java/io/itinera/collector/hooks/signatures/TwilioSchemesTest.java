package io.itinera.collector.hooks.signatures;

import static io.itinera.collector.hooks.signatures.Inspection.complaint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.itinera.collector.hooks.domain.Delivery;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Twilio's two schemes against signatures from the tests of its own libraries. */
final class TwilioSchemesTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    /** From the tests of Twilio's library for Java. */
    private static final String TWILIO_URL = "https://mycompany.com/myapp.php?foo=1&bar=2";

    private static final String TWILIO_FORM =
            "Digits=1234&CallSid=CA1234567890ABCDE&To=%2B18005551212&Caller=%2B14158675309"
                    + "&From=%2B14158675309";

    /** From the tests of SendGrid's library for Java. */
    private static final String SENDGRID_KEY =
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3G"
                    + "Rqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==";

    private static final String SENDGRID_SIGNATURE =
            "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M"
                    + "15TluLtEZtM=";

    private static final String SENDGRID_BODY =
            "[{\"email\":\"hello@world.com\",\"event\":\"dropped\",\"reason\":\"Bounced Address\","
                    + "\"sg_event_id\":\"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA\","
                    + "\"sg_message_id\":\"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl"
                    + "-18-5F5FC76C-9.0\",\"smtp-id\":\"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1"
                    + ".sendgrid.net>\",\"timestamp\":1600112492}]\r\n";

    @Test
    void twilioSignsAddressAndFieldsAsItsLibraryDoes() {
        assertNull(twilio(TWILIO_URL, "RSOYDt4T1cUTdK1PDd93/VVr8B8=", TWILIO_FORM));
    }

    @Test
    void twilioMaySignTheAddressWithItsPortOrWithout() {
        assertNull(
                twilio(
                        TWILIO_URL.replace(".com", ".com:1234"),
                        "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
                        TWILIO_FORM));
        assertNull(twilio(TWILIO_URL, "kvajT1Ptam85bY51eRf/AJRuM3w=", TWILIO_FORM));
        assertNull(
                twilio(
                        TWILIO_URL.replace("https", "http"),
                        "0ZXoZLH/DfblKGATFgpif+LLRf4=",
                        TWILIO_FORM));
    }

    @Test
    void twilioSignsAnotherBodyByItsHashInTheAddress() {
        String url =
                "https://mycompany.com/myapp.php?bodySHA256="
                        + "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
        Map<String, String> headers = Map.of("X-Twilio-Signature", "y77kIzt2vzLz71DgmJGsen2scGs=");
        String body = "{\"property\": \"value\", \"boolean\": true}";
        Scheme twilio = new TwilioScheme();
        assertNull(complaint(twilio, new Delivery("POST", url, headers), body, "12345"));
        assertEquals(
                "The body is not the one whose hash stands in the address as bodySHA256",
                complaint(twilio, new Delivery("POST", url, headers), body + " ", "12345"));
        assertEquals(
                "The body must be a form, or its hash stand in the address as bodySHA256",
                complaint(twilio, new Delivery("POST", TWILIO_URL, headers), body, "12345"));
    }

    @Test
    void twilioComplaintNamesTheAddressThatCounts() {
        assertEquals(
                "The signature in the header X-Twilio-Signature is not of this body, made with this"
                        + " source's secret; the address counts as http://inside:8080/hooks/k",
                twilio("http://inside:8080/hooks/k", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", TWILIO_FORM));
    }

    @Test
    void sendGridSignsTimeAndBodyAsItsLibraryDoes() {
        Scheme sendGrid = new SendGridScheme();
        Map<String, String> headers = sendGrid(SENDGRID_SIGNATURE, "1600112502");
        assertNull(complaint(sendGrid, headers, SENDGRID_BODY, SENDGRID_KEY));
        assertNull(
                complaint(
                        sendGrid,
                        headers,
                        SENDGRID_BODY,
                        "-----BEGIN PUBLIC KEY-----\n"
                                + SENDGRID_KEY
                                + "\n-----END PUBLIC KEY-----\n"));
    }

    @Test
    void sendGridsOtherKeysBodiesTimesAndSignaturesAreRefused() {
        Scheme sendGrid = new SendGridScheme();
        String wrong =
                "The signature in the header X-Twilio-Email-Event-Webhook-Signature is not of this"
                        + " body, made with this source's secret";
        Map<String, String> headers = sendGrid(SENDGRID_SIGNATURE, "1600112502");
        String other =
                "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqTxd43gyp8IOEto2LdIfjRQrIbsd4SXZkLW6jDutdhXSJC"
                        + "WHw8REntlo7aNDthvj+y7GjUuFDb/R1NGe1OPzpA==";
        assertEquals(wrong, complaint(sendGrid, headers, SENDGRID_BODY, other));
        assertEquals(wrong, complaint(sendGrid, headers, "payload", SENDGRID_KEY));
        assertEquals(
                wrong,
                complaint(
                        sendGrid,
                        sendGrid(SENDGRID_SIGNATURE, "1600112503"),
                        SENDGRID_BODY,
                        SENDGRID_KEY));
        assertEquals(
                wrong,
                complaint(sendGrid, sendGrid("AAAA", "1600112502"), SENDGRID_BODY, SENDGRID_KEY));
        assertEquals(
                "This source's secret is not the public key that SendGrid shows",
                complaint(sendGrid, headers, SENDGRID_BODY, "a secret"));
    }

    private static Map<String, String> sendGrid(String signature, String time) {
        return Map.of(
                "X-Twilio-Email-Event-Webhook-Signature", signature,
                "X-Twilio-Email-Event-Webhook-Timestamp", time);
    }

    private static @Nullable String twilio(String url, String signature, String form) {
        Map<String, String> headers = Map.of("X-Twilio-Signature", signature, "Content-Type", FORM);
        return complaint(new TwilioScheme(), new Delivery("POST", url, headers), form, "12345");
    }
}
