package io.itinera.messaging.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidTest {
    private static final String EVIL = "<script>alert('1')</script> & \"co\"";
    private static final String HARMLESS =
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;co&quot;";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ v }}",
                "{{ v | escape }}",
                "{{ v | h }}",
                "{% capture c %}{{ v }}{% endcapture %}{{ c }}",
                "{% assign a = v %}{{ a }}",
                "{% if true %}{{ v }}{% endif %}",
                "{% for x in list %}{{ x }}{% endfor %}",
                "{% cycle v %}",
                "{{ missing | default: v }}",
                "{{ encoded | url_decode }}",
                "{{ list }}",
                "{{ v | newline_to_br }}"
            })
    void valueBecomesTextOnceByWhateverWayItComes(String source) throws LiquidFlaw {
        assertEquals(HARMLESS, html(source));
    }

    @Test
    void templatesOwnMarkupPasses() throws LiquidFlaw {
        assertEquals("<b>&lt;i&gt;</b>", html("<b>{{ '<i>' }}</b>"));
    }

    @Test
    void plainTextIsNotEscaped() throws LiquidFlaw {
        assertEquals(EVIL, render(new Liquid(Escaping.NONE), "{{ v }}"));
    }

    @Test
    void absentValueIsEmptyOrItsFallback() throws LiquidFlaw {
        assertEquals("[] there", html("[{{ no.such.thing }}] {{ no.name | default: 'there' }}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include 'secret' %}",
                "{% include_relative secret.html %}",
                "{% if %}",
                "{% nonsense %}",
                "{{ v | no_such_filter }}",
                "{% for x in (1..1000000) %}{% endfor %}",
                "{% for x in (1..9000) %}{% for y in (1..9000) %}{% endfor %}{% endfor %}"
            })
    void whatCannotBeRenderedIsAFlaw(String source) {
        assertThrows(LiquidFlaw.class, () -> html(source));
    }

    @Test
    void valueThatDoublesItselfIsStopped() {
        String doubling =
                "{% assign x = '0123456789' %}"
                        + "{% for i in (1..40) %}{% assign x = x | append: x %}{% endfor %}{{ x }}";
        LiquidFlaw flaw = assertThrows(LiquidFlaw.class, () -> html(doubling));
        assertTrue(flaw.getMessage().contains("too long"), flaw.getMessage());
    }

    @Test
    void templateAtTheLimitIsReadAndOnePastItIsNot() throws LiquidFlaw {
        String longest = "x".repeat(Liquid.MAX_TEMPLATE);
        assertEquals(longest, html(longest));
        assertThrows(LiquidFlaw.class, () -> html(longest + "x"));
    }

    @Test
    void deepNestingIsAFlawAndNoCrash() {
        String deep = "{% if true %}".repeat(9_000) + "{% endif %}".repeat(9_000);
        assertThrows(LiquidFlaw.class, () -> html(deep));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '#',
            value = {
                "{{ 1280 | money: 'JPY', 'ja' }} => ￥1,280",
                "{{ 12.5 | money: 'USD', 'en' }} => $12.50",
                "{{ '12.5' | money: 'usd' }} => $12.50",
                "{{ 12.5 | money: 'none' }} => 12.5",
                "{{ 'free' | money: 'USD' }} => free"
            })
    void amountsAreWrittenAsPeopleDo(String source, String written) throws LiquidFlaw {
        assertEquals(written, html(source));
    }

    private static String html(String source) throws LiquidFlaw {
        return render(new Liquid(Escaping.HTML), source);
    }

    private static String render(Liquid liquid, String source) throws LiquidFlaw {
        return liquid.compile(source)
                .render(
                        Map.of(
                                "v",
                                EVIL,
                                "list",
                                List.of(EVIL),
                                "encoded",
                                URLEncoder.encode(EVIL, StandardCharsets.UTF_8)));
    }
}
