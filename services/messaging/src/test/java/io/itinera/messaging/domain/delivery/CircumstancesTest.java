package io.itinera.messaging.domain.delivery;

import static io.itinera.messaging.domain.delivery.Examples.NOW;
import static io.itinera.messaging.domain.delivery.Examples.step;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.itinera.contracts.activity.Consent;
import io.itinera.contracts.activity.Profile;
import io.itinera.contracts.definitions.TemplateDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CircumstancesTest {
    @Test
    void withoutConsentNothingLeaves() {
        assertEquals(List.of("consent stopped: no_consent"), stops(null, null));
    }

    @Test
    void laterOfTwoConsentsHolds() {
        Consent yes = new Consent(true, NOW.minusSeconds(60));
        Consent laterNo = new Consent(false, NOW.minusSeconds(30));
        Consent earlierNo = new Consent(false, NOW.minusSeconds(90));
        assertEquals(List.of("consent stopped: opted_out"), stops(yes, laterNo));
        assertEquals(List.of("consent stopped: opted_out"), stops(laterNo, yes));
        assertEquals(List.of(), stops(yes, earlierNo));
    }

    @Test
    void ofTwoConsentsAtOneMomentTheNoHolds() {
        Consent yes = new Consent(true, NOW);
        Consent no = new Consent(false, NOW);
        assertEquals(List.of("consent stopped: opted_out"), stops(yes, no));
        assertEquals(List.of("consent stopped: opted_out"), stops(no, yes));
    }

    @Test
    void suppressedAddressIsNotWrittenTo() {
        Circumstances dead =
                new Circumstances(
                        Examples.WORKSPACE,
                        null,
                        "provider:550",
                        Examples.open().template(),
                        Map.of());
        Decision decision = step().step(Examples.waiting(), new Input.Due(dead), NOW);
        assertEquals(
                List.of(
                        "gate calledBack passed",
                        "gate address passed",
                        "gate consent passed",
                        "gate suppression stopped: provider:550",
                        "suppressed: provider:550",
                        "$message_suppressed: provider:550"),
                Told.of(decision));
        assertEquals(DeliveryState.SUPPRESSED, decision.delivery().progress().state());
    }

    @Test
    void customerWithoutAnAddressIsToldApartFromOneWithABadOne() {
        assertEquals("no_address", reasonFor(Map.of("user", "u1")));
        assertEquals("address_unusable", reasonFor(Map.of("email", "mira at example")));
    }

    @Test
    void unpublishedTemplateFails() {
        Circumstances none = new Circumstances(Examples.WORKSPACE, null, null, null, Map.of());
        Decision decision = step().step(Examples.waiting(), new Input.Due(none), NOW);
        assertEquals("template_unpublished", decision.delivery().progress().reason());
        assertEquals(DeliveryState.FAILED, decision.delivery().progress().state());
    }

    @Test
    void templateThatCannotBeRenderedFails() {
        TemplateDefinition broken = Examples.template("{% for %}");
        Circumstances circumstances =
                new Circumstances(Examples.WORKSPACE, null, null, broken, Map.of());
        Decision decision = step().step(Examples.waiting(), new Input.Due(circumstances), NOW);
        assertEquals("template_unrenderable", decision.delivery().progress().reason());
    }

    @Test
    void unknownWorkspaceWaitsWithoutAnAttempt() {
        Circumstances early = new Circumstances(null, null, null, null, Map.of());
        Decision decision = step().step(Examples.waiting(), new Input.Due(early), NOW);
        assertEquals(
                Progress.waiting(NOW).postponed(NOW.plusSeconds(5), "workspace_unknown"),
                decision.delivery().progress());
    }

    private static List<String> stops(Consent profile, Consent own) {
        Delivery asked =
                step().begin(
                                new Input.Requested(Examples.send(Examples.profile(profile)), null),
                                NOW)
                        .delivery();
        Circumstances open = Examples.open();
        Circumstances circumstances =
                new Circumstances(open.workspace(), own, null, open.template(), open.catalogue());
        return Told.of(step().step(asked, new Input.Due(circumstances), NOW)).stream()
                .filter(told -> told.contains("stopped"))
                .map(told -> told.replace("gate ", ""))
                .toList();
    }

    private static String reasonFor(Map<String, String> identities) {
        Profile profile = new Profile(identities, Map.of(), List.of(), Map.of());
        Delivery asked =
                step().begin(new Input.Requested(Examples.send(profile), null), NOW).delivery();
        return String.valueOf(
                step().step(asked, new Input.Due(Examples.open()), NOW)
                        .delivery()
                        .progress()
                        .reason());
    }
}
