package io.itinera.stack.launcher;

import io.itinera.stack.demo.DemoFigures;

/** What a person wants to know once Itinera is up. */
final class Summary {

    private Summary() {}

    static String of(DemoFigures figures) {
        return """

        Of %d customers %d bought. %d dropped a cart and were still without it after the wait:
        %d mails went out, %d to people who had bought, %d people missed theirs, %d came twice.
        From the shop's call to the inbox, without a wait: half within %d ms, 99 of 100 within %d ms.
        The shop stays open: Ctrl-C stops everything.
        """
                .formatted(
                        figures.customers(),
                        figures.bought(),
                        figures.dropped(),
                        figures.messages(),
                        figures.messagesToBuyers(),
                        figures.missed(),
                        figures.doubled(),
                        figures.postToInboxMs().p50(),
                        figures.postToInboxMs().p99());
    }

    static String of(Coordinates up) {
        String collector = up.services().get("collector");
        return """

        Itinera is up.

          Page        %s   sign in as %s, password %s
          Inbox       %s
          Collector   %s
          Write key   %s

        Send an event:

          curl -u '%s:' -H 'Content-Type: application/json' %s/v1/track \\
            -d '{"userId":"ada","event":"Product Added","properties":{"cart_id":"c1","product_id":"p1"}}'

        ./itinera status shows every process; ./itinera down stops them.
        """
                .formatted(
                        up.services().get("gateway"),
                        up.login().user(),
                        up.login().password(),
                        up.inbox().url(),
                        collector,
                        up.workspace().writeKey(),
                        up.workspace().writeKey(),
                        collector);
    }
}
