package io.itinera.conditions;

import java.time.Duration;
import java.util.List;

/** How one language says tests and what they compare with. */
interface TestPhrases {

    String equalTo(String operand);

    String oneOf(List<String> values);

    String contains(String operand);

    String startsWith(String operand);

    String lessThan(String operand);

    String atMost(String operand);

    String atLeast(String operand);

    String moreThan(String operand);

    String known();

    String unknown();

    String matches(String pattern);

    String before(String moment);

    String after(String moment);

    String anniversaryToday();

    String anniversary(Duration within);

    String near(String place, String kilometres);

    String ago(Duration length);

    String ahead(Duration length);

    String ofTrigger(String property);
}
