package io.itinera.collector.plan;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import io.itinera.conditions.Conditions;
import io.itinera.conditions.PatternWeight;

/**
 * Regular expressions whose time grows with the text and never with its powers: a schema's author
 * must not be able to hold up everybody's events, nor a sender where a schema asks for the format
 * of a regular expression. Look-ahead and back-references do not exist.
 */
final class LinearPatterns implements RegularExpressionFactory {
    @Override
    public RegularExpression getRegularExpression(String regex) {
        Pattern pattern = compiled(regex);
        return text -> pattern.matcher(text).find();
    }

    /**
     * A pattern of RE2, weighed before it is written out.
     *
     * @throws PatternSyntaxException when it is none, or one beyond measure
     */
    static Pattern compiled(String regex) {
        if (PatternWeight.of(regex) > Conditions.MAX_PATTERN_WEIGHT) {
            throw new PatternSyntaxException(
                    "more than " + Conditions.MAX_PATTERN_WEIGHT + " steps, written out", regex);
        }
        return Pattern.compile(regex);
    }
}
