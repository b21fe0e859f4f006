package io.itinera.collector.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.itinera.collector.domain.Arrival;
import io.itinera.collector.domain.Limits;
import io.itinera.collector.domain.Resent;
import io.itinera.collector.domain.Sender;
import io.itinera.collector.domain.Suppressed;
import io.itinera.collector.domain.Verdict;
import io.itinera.contracts.settings.IntakeRules;
import io.itinera.contracts.settings.Keep;
import io.itinera.contracts.settings.PlanMode;
import io.itinera.contracts.settings.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SenderDetailsTest {
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux) Chrome/120.0.6099.71";
    private static final Sender SENDER = new Sender("203.0.113.77", BROWSER);
    private static final String NONE = "{'userId':'u','event':'E'%s}";

    @Test
    void byDefaultTheBrowserIsKeptAndTheAddressIsNot() {
        assertEquals(
                tree("{'userAgent':'" + BROWSER + "'}"),
                context(IntakeRules.DEFAULT, SENDER, NONE.formatted("")));
    }

    @Test
    void byDefaultAnAddressThatTheClientTellsIsNotKeptEither() {
        assertEquals(
                tree("{'locale':'ja'}"),
                context(
                        IntakeRules.DEFAULT,
                        Sender.UNKNOWN,
                        said("{'ip':'198.51.100.7','locale':'ja'}")));
    }

    @Test
    void nameBehindAnEscapeIsFoundToo() {
        assertEquals(
                tree("{'locale':'ja'}"),
                context(
                        IntakeRules.DEFAULT,
                        Sender.UNKNOWN,
                        said("{'\\u0069p':'198.51.100.7','locale':'ja'}")));
    }

    @Test
    void contextThatOnlyHadAnAddressIsAbsent() {
        assertTrue(
                context(IntakeRules.DEFAULT, Sender.UNKNOWN, said("{'ip':'198.51.100.7'}"))
                        .isMissingNode());
    }

    @Test
    void whatTheClientSaysGoesBeforeWhatItsConnectionTells() {
        assertEquals(
                tree("{'ip':'198.51.100.7','userAgent':'Shop/1.2'}"),
                context(
                        rules(Keep.full, Keep.full),
                        SENDER,
                        said("{'ip':'198.51.100.7','userAgent':'Shop/1.2'}")));
        assertEquals(
                tree("{'ip':'203.0.113.77','userAgent':'" + BROWSER + "'}"),
                context(rules(Keep.full, Keep.full), SENDER, NONE.formatted("")));
    }

    @Test
    void truncatedKeepsTheNetworkAndTheProducts() {
        assertEquals(
                tree("{'ip':'203.0.113.0','userAgent':'Mozilla/5 Chrome/120'}"),
                context(rules(Keep.truncated, Keep.truncated), SENDER, NONE.formatted("")));
        assertEquals(
                tree("{'ip':'2001:db8:1::','userAgent':'Shop/1'}"),
                context(
                        rules(Keep.truncated, Keep.truncated),
                        SENDER,
                        said(
                                "{'ip':'2001:db8:1:2::3','userAgent':'Shop/1.2 (Pixel 8)',"
                                        + "'userAgentData':{'model':'Pixel 8'}}")));
    }

    @Test
    void addressThatIsNoneIsNotKeptTruncated() {
        assertEquals(
                tree("{'userAgent':'Mozilla/5 Chrome/120'}"),
                context(
                        rules(Keep.truncated, Keep.truncated),
                        SENDER,
                        said("{'ip':'mira.example'}")));
    }

    @Test
    void noneKeepsNothing() {
        assertEquals(
                tree("{'locale':'ja'}"),
                context(
                        rules(Keep.none, Keep.none),
                        SENDER,
                        said(
                                "{'ip':'198.51.100.7','userAgent':'x','userAgentData':{},"
                                        + "'locale':'ja'}")));
    }

    @Test
    void rulesHoldForTheSharedContextToo() {
        Arrival arrival = arrival(IntakeRules.DEFAULT, Sender.UNKNOWN);
        Verdict verdict =
                Given.judge(
                                new SegmentBatch(),
                                "{'batch':[{'type':'track','event':'E','userId':'u','context':{'a':1}}],"
                                        + "'context':{'ip':'198.51.100.7','locale':'ja'}}",
                                arrival,
                                Limits.DEFAULT)
                        .getFirst();
        assertEquals(tree("{'locale':'ja','a':1}"), Given.json(verdict).path("context"));
    }

    @Test
    void textThatNeedsEscapesIsWrittenWithThem() {
        assertEquals(
                "Mozilla/5.0 \"quoted\\",
                context(
                                IntakeRules.DEFAULT,
                                new Sender(null, "Mozilla/5.0 \"quoted\\"),
                                NONE.formatted(""))
                        .path("userAgent")
                        .asText());
    }

    private static JsonNode context(IntakeRules rules, Sender sender, String json) {
        Verdict verdict =
                Given.judge(
                                new SegmentBatch(),
                                "{'batch':["
                                        + json.replace("{'userId'", "{'type':'track','userId'")
                                        + "]}",
                                arrival(rules, sender),
                                Limits.DEFAULT)
                        .getFirst();
        return Given.json(verdict).path("context");
    }

    private static String said(String context) {
        return NONE.formatted(",'context':" + context);
    }

    private static Arrival arrival(IntakeRules rules, Sender sender) {
        Source shop = Given.SHOP;
        Source source =
                new Source(
                        shop.id(),
                        shop.workspace(),
                        shop.name(),
                        List.of(),
                        true,
                        shop.historicAfter(),
                        rules,
                        null,
                        Map.of());
        return new Arrival(
                source,
                Given.NOW,
                Resent.UNKNOWN,
                Duration.ofDays(1),
                () -> "new-id",
                sender,
                Suppressed.NOBODY);
    }

    private static IntakeRules rules(Keep address, Keep userAgent) {
        return new IntakeRules(List.of(), null, address, userAgent, PlanMode.allow, false);
    }

    private static JsonNode tree(String json) {
        return Given.tree(json);
    }
}
