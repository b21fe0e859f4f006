package io.itinera.segmentation.domain.attributes;

import io.itinera.conditions.Conditions;
import io.itinera.conditions.Flaw;
import io.itinera.contracts.attribute.AttributeRule;
import io.itinera.contracts.attribute.AttributeRule.Computed.Of;
import io.itinera.contracts.attribute.DateSource;
import io.itinera.contracts.attribute.Factor;
import io.itinera.contracts.attribute.FactorSource;
import io.itinera.contracts.attribute.RiskLevels;
import io.itinera.contracts.attribute.Scale;
import io.itinera.contracts.attribute.Stage;
import io.itinera.contracts.condition.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with a rule, its conditions aside. */
final class RuleCheck {
    static final int MAX_LIST = 20;
    static final int MAX_LEVELS = 10;
    static final int MAX_ENDS = 10;
    static final int MAX_NAME = 100;
    static final int BOUNDS = 4;

    private static final Pattern TRAIT = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final String TAGS = "tags";
    private static final Duration MAX_OVER = Duration.ofDays(1);
    private static final Duration MIN_EVERY = Duration.ofHours(1);
    private static final int HUNDRED = 100;
    private static final int MAX_HYSTERESIS = 50;

    private final List<Flaw> flaws = new ArrayList<>();

    private RuleCheck() {}

    static List<Flaw> flaws(String name, AttributeRule rule) {
        RuleCheck check = new RuleCheck();
        check.trait(name, "/name");
        check.require(!TAGS.equals(name), "/name", "the trait tags lists the customer's tags");
        check.rule(rule);
        return check.flaws;
    }

    private void rule(AttributeRule rule) {
        switch (rule) {
            case AttributeRule.Computed it -> computed(it);
            case AttributeRule.Rfm it -> rfm(it);
            case AttributeRule.Stages it -> stages(it);
            case AttributeRule.Score it -> score(it);
            case AttributeRule.Reminders it -> reminders(it);
            case AttributeRule.Schedule it -> schedule(it);
        }
    }

    private void computed(AttributeRule.Computed it) {
        String path = "/rule/computed";
        require(it.of() != null, path + "/of", "which value it is, is missing");
        named(it.event(), path + "/event");
        if (it.of() == Of.count) {
            require(it.property() == null, path + "/property", "a count is of no property");
        } else {
            named(it.property(), path + "/property");
        }
        window(it.window(), path + "/window");
    }

    private void rfm(AttributeRule.Rfm it) {
        String path = "/rule/rfm";
        named(it.event(), path + "/event");
        named(it.property(), path + "/property");
        window(it.window(), path + "/window");
        bounds(it.recency().stream().map(BigDecimal::valueOf).toList(), path + "/recency");
        bounds(it.frequency().stream().map(BigDecimal::valueOf).toList(), path + "/frequency");
        bounds(it.monetary(), path + "/monetary");
    }

    private void stages(AttributeRule.Stages it) {
        String path = "/rule/stages/stages";
        size(it.stages(), 1, MAX_LIST, path);
        distinct(it.stages().stream().map(Stage::name).toList(), path);
        for (int i = 0; i < it.stages().size(); i++) {
            named(it.stages().get(i).name(), path + "/" + i + "/name");
            require(it.stages().get(i).when() != null, path + "/" + i, "a condition is missing");
        }
    }

    private void score(AttributeRule.Score it) {
        String path = "/rule/score";
        size(it.factors(), 1, MAX_LIST, path + "/factors");
        distinct(it.factors().stream().map(Factor::name).toList(), path + "/factors");
        for (int i = 0; i < it.factors().size(); i++) {
            factor(it.factors().get(i), path + "/factors/" + i);
        }
        if (it.levels() != null) {
            levels(it.levels(), path + "/levels");
        }
        between(it.step(), 1, HUNDRED, path + "/step");
    }

    private void factor(Factor it, String path) {
        named(it.name(), path + "/name");
        require(
                it.weight() != null && it.weight().signum() > 0,
                path + "/weight",
                "a weight is more than 0");
        switch (it.of()) {
            case FactorSource.Trait trait -> named(trait.name(), path + "/of/trait");
            case FactorSource.DaysSince since -> {
                named(since.event(), path + "/of/daysSince");
                require(it.halfLife() == null, path + "/halfLife", "only a trait decays");
            }
            case null -> require(false, path + "/of", "where it comes from is missing");
        }
        scale(it.scale(), path + "/scale");
        require(
                it.halfLife() == null || it.halfLife().compareTo(Duration.ofMinutes(1)) >= 0,
                path + "/halfLife",
                "a half-life is at least a minute");
    }

    private void scale(@Nullable Scale scale, String path) {
        switch (scale) {
            case Scale.Linear line ->
                    require(
                            line.worst() != null
                                    && line.best() != null
                                    && line.worst().compareTo(line.best()) != 0,
                            path + "/linear",
                            "a line needs two different numbers");
            case Scale.Bands bands -> {
                size(bands.bands(), 1, MAX_LIST, path + "/bands");
                rising(bands.bands().stream().map(Scale.Band::atLeast).toList(), path + "/bands");
                require(
                        bands.bands().stream().allMatch(RuleCheck::isPoints),
                        path + "/bands",
                        "points are from 0 to 100");
            }
            case null -> require(false, path, "a scale is missing");
        }
    }

    private static boolean isPoints(Scale.Band band) {
        return band.points() != null
                && band.points().signum() >= 0
                && band.points().compareTo(BigDecimal.valueOf(HUNDRED)) <= 0;
    }

    private void levels(RiskLevels it, String path) {
        trait(it.trait(), path + "/trait");
        size(it.levels(), 2, MAX_LEVELS, path + "/levels");
        distinct(it.levels().stream().map(RiskLevels.Level::name).toList(), path + "/levels");
        it.levels().forEach(level -> named(level.name(), path + "/levels"));
        rising(
                it.levels().stream().map(level -> BigDecimal.valueOf(level.from())).toList(),
                path + "/levels");
        require(
                !it.levels().isEmpty()
                        && it.levels().getFirst().from() == 0
                        && it.levels().getLast().from() <= HUNDRED,
                path + "/levels",
                "the first level begins at 0, the last at 100 at most");
        between(it.hysteresis(), 0, MAX_HYSTERESIS, path + "/hysteresis");
    }

    private void reminders(AttributeRule.Reminders it) {
        String path = "/rule/reminders";
        told(it.tells(), path + "/tells");
        switch (it.of()) {
            case DateSource.Trait trait -> named(trait.name(), path + "/of/trait");
            case DateSource.Slot slot -> {
                named(slot.event(), path + "/of/slot/event");
                named(slot.id(), path + "/of/slot/id");
                named(slot.at(), path + "/of/slot/at");
                size(slot.endedBy(), 0, MAX_ENDS, path + "/of/slot/endedBy");
            }
            case null -> require(false, path + "/of", "which date it goes by is missing");
        }
        size(it.before(), 1, MAX_LIST, path + "/before");
        require(
                it.before().stream()
                        .noneMatch(
                                length ->
                                        length.isNegative()
                                                || length.compareTo(Conditions.MAX_DISTANCE) > 0),
                path + "/before",
                "a reminder comes at the date or before it");
        distinct(it.before().stream().map(Duration::toString).toList(), path + "/before");
    }

    private void schedule(AttributeRule.Schedule it) {
        String path = "/rule/schedule";
        told(it.tells(), path + "/tells");
        named(it.segment(), path + "/segment");
        require(it.at() != null, path + "/at", "when it is told is missing");
        Duration over = it.over() == null ? Duration.ZERO : it.over();
        require(
                !over.isNegative() && over.compareTo(MAX_OVER) <= 0,
                path + "/over",
                "telling everyone takes at most a day");
        require(
                it.every() == null
                        || (it.every().compareTo(MIN_EVERY) >= 0 && it.every().compareTo(over) > 0),
                path + "/every",
                "the next time is at least an hour later, and after everyone was told");
    }

    private void told(@Nullable String name, String path) {
        named(name, path);
        require(
                name == null || !name.startsWith("$"),
                path,
                "names that begin with $ are the platform's own");
    }

    private void window(@Nullable Window window, String path) {
        require(!(window instanceof Window.Since), path + "/since", "there is no trigger to ask");
        if (window instanceof Window.Last last) {
            require(
                    last.length().compareTo(Conditions.MAX_WINDOW) <= 0,
                    path + "/last",
                    "history is kept for " + Conditions.MAX_WINDOW.toDays() + " days");
        }
    }

    private void bounds(List<BigDecimal> bounds, String path) {
        require(bounds.size() == BOUNDS, path, "five scores have four bounds");
        rising(bounds, path);
    }

    private void rising(List<BigDecimal> numbers, String path) {
        if (numbers.stream().anyMatch(Objects::isNull)) {
            flaws.add(new Flaw(path, "a number is missing"));
            return;
        }
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i - 1).compareTo(numbers.get(i)) >= 0) {
                flaws.add(new Flaw(path + "/" + i, "each must be larger than the one before"));
            }
        }
    }

    private void distinct(List<String> names, String path) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            require(seen.add(names.get(i)), path + "/" + i, "this one stands here twice");
        }
    }

    private void size(List<?> list, int least, int most, String path) {
        require(
                list.size() >= least && list.size() <= most,
                path,
                "there are " + least + " to " + most + " of them");
    }

    private void between(@Nullable Integer number, int least, int most, String path) {
        require(
                number == null || (number >= least && number <= most),
                path,
                "a number from " + least + " to " + most);
    }

    private void trait(@Nullable String name, String path) {
        require(
                name != null && TRAIT.matcher(name).matches(),
                path,
                "a trait has 1 to 64 letters, digits and underscores, a letter first");
    }

    private void named(@Nullable String name, String path) {
        require(
                name != null && !name.isBlank() && name.length() <= MAX_NAME,
                path,
                "a name has 1 to " + MAX_NAME + " characters");
    }

    private void require(boolean holds, String path, String message) {
        if (!holds) {
            flaws.add(new Flaw(path, message));
        }
    }
}
