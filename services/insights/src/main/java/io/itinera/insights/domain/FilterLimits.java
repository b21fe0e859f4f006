package io.itinera.insights.domain;

import io.itinera.conditions.Flaw;
import io.itinera.contracts.condition.Condition;
import io.itinera.contracts.condition.Test;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a sound condition on properties asks that the tables here cannot answer. */
public final class FilterLimits {
    private FilterLimits() {}

    /** Everything of this kind in a condition, with its place. */
    public static List<Flaw> of(Condition where, String path) {
        return flaws(where, path).toList();
    }

    private static Stream<Flaw> flaws(Condition where, String path) {
        return switch (where) {
            case Condition.All(List<Condition> parts) -> each(parts, path + "/all");
            case Condition.Any(List<Condition> parts) -> each(parts, path + "/any");
            case Condition.Not(Condition part) -> flaws(part, path + "/not");
            case Condition.Property property -> test(property.test(), path + "/property/test");
            case Condition.Trait _, Condition.Account _, Condition.Trigger _ -> Stream.empty();
            case Condition.Performed _, Condition.Aggregate _, Condition.Occurrence _ ->
                    Stream.empty();
            case Condition.Sequence _, Condition.Unfollowed _, Condition.Message _ ->
                    Stream.empty();
            case Condition.Segment _, Condition.Journey _, Condition.Bucket _ -> Stream.empty();
        };
    }

    private static Stream<Flaw> each(List<Condition> parts, String path) {
        return IntStream.range(0, parts.size())
                .boxed()
                .flatMap(at -> flaws(parts.get(at), path + "/" + at));
    }

    private static Stream<Flaw> test(Test test, String path) {
        return switch (test) {
            case Test.Before _, Test.After _, Test.Anniversary _ ->
                    Stream.of(new Flaw(path, "a funnel does not compare moments yet"));
            case Test.Near _ -> Stream.of(new Flaw(path, "a funnel does not know places yet"));
            case Test.Equals _, Test.In _, Test.Contains _, Test.StartsWith _, Test.Matches _ ->
                    Stream.empty();
            case Test.LessThan _, Test.AtMost _, Test.AtLeast _, Test.MoreThan _, Test.Exists _ ->
                    Stream.empty();
        };
    }
}
