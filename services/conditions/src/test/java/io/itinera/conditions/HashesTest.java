package io.itinera.conditions;

import static io.itinera.conditions.Written.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HashesTest {
    @Test
    void hashIsTheSameForTheSameConditionHoweverItWasWritten() throws Exception {
        String terse = "{'performed': {'event': 'Seen', 'window': {'last': 'P1D'}}}";
        String wordy =
                "{'performed': {'window': {'last': 'PT24H'}, 'times': {'atLeast': 1}, 'event': 'Seen'}}";
        String other = "{'performed': {'event': 'Seen', 'window': {'last': 'P2D'}}}";
        assertEquals(Conditions.hash(read(terse)), Conditions.hash(read(wordy)));
        assertNotEquals(Conditions.hash(read(terse)), Conditions.hash(read(other)));
    }

    @Test
    void hashStaysWhatItWasInEveryRelease() throws Exception {
        assertEquals(
                "de911aa4580cdbf0b823278365e6f8ec",
                Conditions.hash(read(ConditionsTest.ORDERED_THIS_CART)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'aggregate':{'of':'sum','event':'e','property':'p','test':{'atLeast':1}}} | 3277ee9c5a641a32d34d7e9ba3461e11",
                "{'occurrence':{'which':'first','event':'e','test':{'after':{'ago':'P30D'}}}} | f4767df40d796299e1d21f7de04c4e73",
                "{'sequence':{'steps':[{'event':'a'},{'event':'b'}],'within':'P1D'}} | d4a9110740b09fe9dabb7363822c8613",
                "{'unfollowed':{'did':{'event':'a'},'by':{'event':'b'},'after':'P1D'}} | 764f0ef7163846f0f8b936233a158832",
                "{'message':{'outcome':'opened','window':{'last':'P7D'}}} | 87a212c08374dd683708ce0247bbfc7f",
                "{'not':{'segment':'s'}} | bbd1e2aa87047a514d2c4cb319e4aae3",
            })
    void everyKindOfQuestionKeepsItsHash(String condition, String hash) throws Exception {
        assertEquals(hash, Conditions.hash(read(condition)));
    }
}
