package io.itinera.segmentation;

import io.itinera.contracts.Identities;
import io.itinera.kit.ids.Ids;
import io.itinera.kit.problem.Problem;
import io.itinera.kit.problem.ProblemCode;
import io.itinera.kit.streams.Ask;
import io.itinera.segmentation.PersonalisationDesk.Settings;
import io.itinera.segmentation.domain.customer.Customer;
import io.itinera.segmentation.domain.customer.Resident;
import io.itinera.segmentation.domain.customer.Standing;
import io.itinera.segmentation.domain.personal.Allowance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells a web page about whoever looks at it: which of the chosen segments they are in, and the
 * chosen traits. They are known by the id that the page's own SDK gave their browser, which nobody
 * can guess; a user id or an address would let anybody ask about anybody.
 */
@ApplicationScoped
public class Personalising {
    /** How often one address may ask in a row; one comes back each interval. */
    static final int BURST = 60;

    static final Duration INTERVAL = Duration.ofMillis(50);

    private static final int ASKERS = 20_000;
    private static final int KEYS = 10_000;
    private static final int MERGES = 20;
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final PersonalisationDesk desk;
    private final Reading reading;
    private final Allowance allowance = new Allowance(BURST, INTERVAL, ASKERS);
    private final SequencedMap<String, Known> keys = new LinkedHashMap<>();
    private final Clock clock = Clock.systemUTC();

    Personalising(PersonalisationDesk desk, Reading reading) {
        this.desk = desk;
        this.reading = reading;
    }

    private record Known(Optional<Settings> settings, long sinceNanos) {}

    /**
     * What a page is told.
     *
     * @param segments the chosen segments that they are in
     * @param traits the chosen traits, as far as they are known
     * @param movedTo who they have become; the instance that asked this one asks there
     */
    public record Picks(List<String> segments, Map<String, Object> traits, @Nullable UUID movedTo) {
        /** Of somebody of whom nothing is known. */
        static final Picks NOTHING = new Picks(List.of(), Map.of(), null);
    }

    /**
     * Counts a question.
     *
     * @throws Problem when somebody asks too often
     */
    public void admit(String address) {
        if (!allowance.admits(address, System.nanoTime())) {
            throw new Problem(ProblemCode.TOO_MANY_REQUESTS, "A page asks too often", RETRY);
        }
    }

    /**
     * What the pages with a key may be told; up to some seconds late.
     *
     * @throws Problem when there are none, or they are switched off
     */
    public Uni<Settings> settings(String key) {
        Known known = remembered(key);
        Uni<Optional<Settings>> found =
                known == null
                        ? desk.withKey(key).invoke(settings -> remember(key, settings))
                        : Uni.createFrom().item(known.settings());
        return found.map(
                settings ->
                        settings.filter(it -> it.allowed().enabled())
                                .orElseThrow(() -> Problem.notFound("page's key", key)));
    }

    private @Nullable Known remembered(String key) {
        synchronized (keys) {
            Known known = keys.get(key);
            return known == null || System.nanoTime() - known.sinceNanos() > REMEMBERED.toNanos()
                    ? null
                    : known;
        }
    }

    private void remember(String key, Optional<Settings> settings) {
        synchronized (keys) {
            keys.remove(key);
            if (keys.size() >= KEYS) {
                keys.pollFirstEntry();
            }
            keys.put(key, new Known(settings, System.nanoTime()));
        }
    }

    /** What is told of whoever has a browser, by the instance that knows whose it is. */
    public Picks ofBrowser(Settings settings, String anonymousId, Ask ask) {
        return reading.ofDevice(
                settings.workspace(),
                anonymousId,
                Picks.class,
                ask,
                () -> ofCustomer(settings, owner(settings.workspace(), anonymousId), ask));
    }

    private UUID owner(String workspace, String anonymousId) {
        return reading.userOf(workspace, anonymousId)
                .map(user -> Ids.customer(workspace, Identities.USER, user))
                .orElseGet(() -> Ids.customer(workspace, Identities.ANONYMOUS, anonymousId));
    }

    private Picks ofCustomer(Settings settings, UUID first, Ask ask) {
        Picks picks = introduced(settings, first, ask);
        for (int merges = 0; picks.movedTo() != null && merges < MERGES; merges++) {
            picks = introduced(settings, picks.movedTo(), ask);
        }
        return new Picks(picks.segments(), picks.traits(), null);
    }

    private Picks introduced(Settings settings, UUID customer, Ask ask) {
        Introduction introduction = Introduction.of(customer, settings.secret(), clock.instant());
        return reading.ofCustomer(
                settings.workspace(),
                customer,
                Picks.class,
                ask.at(
                                "/public/personalisation/%s/customers/%s?until=%s&signature=%s"
                                        .formatted(
                                                settings.key(),
                                                customer,
                                                introduction.until(),
                                                introduction.signature()))
                        .anew(),
                () -> picksHere(settings, customer));
    }

    /**
     * What is told of a customer who lives here.
     *
     * @throws Problem when another instance does not ask, or asks too late
     */
    public Picks ofIntroduced(Settings settings, Introduction introduction, Ask ask) {
        if (!introduction.holds(settings.secret(), clock.instant())) {
            throw new Problem(ProblemCode.FORBIDDEN, "Only another instance may ask this");
        }
        return reading.ofCustomer(
                settings.workspace(),
                introduction.customer(),
                Picks.class,
                ask,
                () -> picksHere(settings, introduction.customer()));
    }

    private Picks picksHere(Settings settings, UUID id) {
        return reading.find(settings.workspace(), id)
                .map(resident -> picks(settings, resident))
                .orElse(Picks.NOTHING);
    }

    private static Picks picks(Settings settings, Resident resident) {
        return switch (resident) {
            case Resident.Moved moved -> new Picks(List.of(), Map.of(), moved.into());
            case Resident.Erased _ -> Picks.NOTHING;
            case Customer customer -> {
                Map<String, Object> traits = customer.traitValues();
                traits.keySet().retainAll(settings.allowed().traits());
                yield new Picks(
                        settings.allowed().segments().stream()
                                .filter(it -> isIn(customer.standings().get(it)))
                                .toList(),
                        traits,
                        null);
            }
        };
    }

    private static boolean isIn(@Nullable Standing standing) {
        return standing != null && standing.member();
    }
}
