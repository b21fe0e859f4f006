package io.itinera.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.itinera.contracts.condition.Condition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition is written as it was read, whatever lies in whatever. */
final class ConditionJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"trait":{"name":"vip","test":{"equals":true}}}""",
                """
                {"trait":{"name":"country","test":{"equals":"JP"}}}""",
                """
                {"trait":{"name":"tier","test":{"in":["gold",2]}}}""",
                """
                {"trait":{"name":"tags","test":{"contains":{"trigger":"tag"}}}}""",
                """
                {"trait":{"name":"name","test":{"startsWith":"A"}}}""",
                """
                {"property":{"name":"value","test":{"lessThan":1.5}}}""",
                """
                {"property":{"name":"value","test":{"atMost":1}}}""",
                """
                {"trigger":{"name":"value","test":{"atLeast":1}}}""",
                """
                {"trigger":{"name":"value","test":{"moreThan":1}}}""",
                """
                {"not":{"trait":{"name":"vip","test":{"exists":false}}}}""",
                """
                {"not":{"not":{"all":[]}}}""",
                """
                {"any":[{"not":{"any":[]}},{"trait":{"name":"vip","test":{"exists":true}}}]}""",
                """
                {"not":{"performed":{"event":"Bought","times":{"atLeast":1},\
                "window":{"since":"trigger"},\
                "where":{"not":{"property":{"name":"b","test":{"equals":{"trigger":"b"}}}}}}}}""",
                """
                {"not":{"segment":"s"}}""",
                """
                {"all":[{"segment":"s"},{"not":{"not":{"segment":"t"}}}]}""",
                """
                {"trait":{"name":"email","test":{"matches":"^a"}}}""",
                """
                {"trait":{"name":"born","test":{"before":"1990-05-01"}}}""",
                """
                {"trait":{"name":"born","test":{"after":{"trigger":"at"}}}}""",
                """
                {"trait":{"name":"due","test":{"after":{"ago":"PT1H"}}}}""",
                """
                {"trait":{"name":"due","test":{"before":{"ahead":"PT1H"}}}}""",
                """
                {"account":{"name":"home","test":{"near":\
                {"latitude":1.5,"longitude":2.5,"kilometres":3.5}}}}""",
                """
                {"not":{"aggregate":{"of":"sum","event":"e","property":"p","test":{"exists":true}}}}""",
                """
                {"occurrence":{"which":"first","event":"e","test":{"exists":true}}}""",
                """
                {"unfollowed":{"did":{"event":"e"},"by":{"event":"f"}}}""",
                """
                {"message":{"outcome":"sent","times":{"atLeast":1}}}""",
                """
                {"journey":{"id":"0198c5a0-2222-7aaa-8bbb-000000000002","state":"in"}}""",
                """
                {"bucket":{"salt":"s","from":0,"below":1}}"""
            })
    void conditionIsWrittenAsItWasRead(String json) throws JsonProcessingException {
        Condition read = JSON.readValue(json, Condition.class);
        assertEquals(
                JSON.readTree(json),
                JSON.readTree(JSON.writerFor(Condition.class).writeValueAsString(read)));
    }
}
