package io.itinera.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.itinera.contracts.condition.Condition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each word of the language in each of the three that people read. */
final class WordsTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final String JOURNEY = "0198c5a0-2222-7aaa-8bbb-000000000002";
    private static final Map<String, String> NAMES = Map.of("s1", "VIP", JOURNEY, "Spring");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'equals': 1}       | is 1              | が1である                | 是 1",
                "{'in': ['a', 2]}    | is one of a, 2    | がa、2のいずれかである  | 是其中之一：a、2",
                "{'contains': 'a'}   | contains a        | がaを含む                | 包含 a",
                "{'startsWith': 'a'} | starts with a     | がaで始まる              | 開頭是 a",
                "{'lessThan': 1}     | is less than 1    | が1未満である            | 小於 1",
                "{'atMost': 1}       | is at most 1      | が1以下である            | 不超過 1",
                "{'atLeast': 1}      | is at least 1     | が1以上である            | 不少於 1",
                "{'moreThan': 1}     | is more than 1    | が1より大きい            | 大於 1",
                "{'exists': true}    | is known          | がわかっている          | 為已知",
                "{'exists': false}   | is not known      | がわかっていない        | 為未知",
                "{'matches': '^a+'}  | matches the pattern ^a+ | がパターン^a+に一致する | 符合模式 ^a+",
                "{'before': '2026-06-01'} | is earlier than 2026-06-01 | が2026-06-01より前である"
                        + " | 早於 2026-06-01",
                "{'after': {'ago': 'P30D'}} | is later than 30 days ago | が30日前より後である"
                        + " | 晚於 30 天前",
                "{'before': {'ahead': 'PT1H'}} | is earlier than 1 hour from now | が1時間後より前である"
                        + " | 早於 1 小時後",
                "{'after': {'trigger': 'due'}} | is later than the trigger's due"
                        + " | がきっかけのdueより後である | 晚於 觸發事件的 due",
                "{'anniversary': {'within': 'P7D'}} | has its anniversary within 7 days"
                        + " | の記念日が7日以内に来る | 的週年日在 7 天內",
                "{'anniversary': {'within': 'PT0S'}} | has its anniversary today"
                        + " | の記念日が今日である | 的週年日是今天",
                "{'near': {'latitude': 25.03, 'longitude': 121.5, 'kilometres': 10}}"
                        + " | is within 10 km of 25.03, 121.5 | が25.03, 121.5から10km以内にある"
                        + " | 距離 25.03, 121.5 不超過 10 公里",
            })
    void testIsSaidInEachLanguage(String test, String en, String ja, String zh) throws Exception {
        List<String> said = said("{'trait': {'name': 'x', 'test': " + test + "}}");
        assertEquals(List.of("x " + en, "x" + ja, "x " + zh), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'account': {'name': 'plan', 'test': {'equals': 'pro'}}}"
                        + " | the account's plan is pro | アカウントのplanがproである"
                        + " | 所屬帳戶的 plan 是 pro",
                "{'segment': 's1'} | is in segment “VIP” | セグメント「VIP」に入っている | 在區隔「VIP」中",
                "{'not': {'segment': 's1'}} | is not in segment “VIP” | セグメント「VIP」に入っていない"
                        + " | 不在區隔「VIP」中",
                "{'journey': {'id': '0198c5a0-2222-7aaa-8bbb-000000000002', 'state': 'in'}}"
                        + " | is in journey “Spring” | ジャーニー「Spring」の途中である"
                        + " | 正在旅程「Spring」中",
                "{'journey': {'id': '0198c5a0-2222-7aaa-8bbb-000000000002', 'state': 'finished'}}"
                        + " | has finished journey “Spring” | ジャーニー「Spring」を終えた"
                        + " | 已走完旅程「Spring」",
                "{'journey': {'id': '0198c5a0-2222-7aaa-8bbb-000000000002', 'state': 'converted'}}"
                        + " | has converted in journey “Spring” | ジャーニー「Spring」で目標に達した"
                        + " | 已在旅程「Spring」達成目標",
                "{'bucket': {'salt': 'spring', 'from': 0, 'below': 1250}}"
                        + " | falls between 0% and 12.5% by lot “spring”"
                        + " | 抽選「spring」で0%から12.5%の間に入る"
                        + " | 由抽籤「spring」落在 0% 到 12.5% 之間",
                "{'performed': {'event': 'A', 'times': {'atLeast': 2}, 'window': {'last': 'P7D'}}}"
                        + " | did “A” at least 2 times in the last 7 days"
                        + " | 過去7日間に「A」を2回以上行った | 過去 7 天內做過至少 2 次「A」",
                "{'not': {'performed': {'event': 'A'}}} | did not do “A” | 「A」を行っていない"
                        + " | 沒有做過「A」",
                "{'message': {'outcome': 'clicked', 'journey':"
                        + " '0198c5a0-2222-7aaa-8bbb-000000000002', 'times': {'atLeast': 2},"
                        + " 'window': {'last': 'P30D'}}}"
                        + " | clicked in a message from journey “Spring” at least 2 times in the"
                        + " last 30 days"
                        + " | 過去30日間にジャーニー「Spring」のメッセージ内を2回以上クリックした"
                        + " | 過去 30 天內點擊過至少 2 次旅程「Spring」的訊息中的連結",
                "{'aggregate': {'of': 'sum', 'event': 'Order', 'property': 'total',"
                        + " 'window': {'last': 'P90D'}, 'where': {'property': {'name': 'currency',"
                        + " 'test': {'equals': 'JPY'}}}, 'test': {'atLeast': 10000}}}"
                        + " | the sum of total over “Order” in the last 90 days (where its currency"
                        + " is JPY) is at least 10000"
                        + " | 過去90日間に行った「Order」（そのcurrencyがJPYである）のtotalの合計が10000以上である"
                        + " | 過去 90 天內「Order」（其 currency 是 JPY）的 total 總和 不少於 10000",
                "{'occurrence': {'which': 'first', 'event': 'Order',"
                        + " 'test': {'after': {'ago': 'P30D'}}}}"
                        + " | the first “Order” is later than 30 days ago"
                        + " | 「Order」の最初の時刻が30日前より後である"
                        + " | 第一次「Order」的時間 晚於 30 天前",
                "{'occurrence': {'which': 'last', 'event': 'Order', 'test': {'exists': false}}}"
                        + " | the last “Order” is not known | 「Order」の最後の時刻がわかっていない"
                        + " | 最後一次「Order」的時間 為未知",
                "{'sequence': {'steps': [{'event': 'A'}, {'event': 'B', 'where': {'property':"
                        + " {'name': 'x', 'test': {'atLeast': 1}}}}], 'within': 'P1D',"
                        + " 'window': {'last': 'P30D'}}}"
                        + " | did “A”, then “B” (where its x is at least 1), all within 1 day in the"
                        + " last 30 days"
                        + " | 過去30日間に1日以内に「A」、「B」（そのxが1以上である）の順に行った"
                        + " | 過去 30 天內在 1 天內依序做過「A」、「B」（其 x 不少於 1）",
                "{'unfollowed': {'did': {'event': 'A'}, 'by': {'event': 'B'}, 'after': 'P1D',"
                        + " 'window': {'last': 'P7D'}}}"
                        + " | last did “A” in the last 7 days, at least 1 day ago, without “B” since"
                        + " | 過去7日間に1日以上前に「A」を最後に行い、その後「B」を行っていない"
                        + " | 過去 7 天內至少 1 天前最後一次做過「A」，之後沒有做過「B」",
            })
    void conditionIsSaidInEachLanguage(String condition, String en, String ja, String zh)
            throws Exception {
        assertEquals(List.of(en, ja, zh), said(condition));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum      | the sum of p                        | pの合計    | p 總和",
                "average  | the average of p                    | pの平均    | p 平均",
                "minimum  | the smallest p                      | pの最小値  | p 最小值",
                "maximum  | the largest p                       | pの最大値  | p 最大值",
                "distinct | the number of different values of p | pの種類の数 | p 不同值的數量",
            })
    void numberIsSaidInEachLanguage(String of, String en, String ja, String zh) throws Exception {
        List<String> said =
                said(
                        "{'aggregate': {'of': '%s', 'event': 'e', 'property': 'p', 'test': {'equals': 1}}}"
                                .formatted(of));
        assertEquals(
                List.of(en + " over “e” is 1", "行った「e」の" + ja + "が1である", "「e」的 " + zh + " 是 1"),
                said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sent         | was sent a message        | メッセージが送信された       | 被送出過訊息",
                "delivered    | received a message        | メッセージが届いた           | 收到過訊息",
                "opened       | opened a message          | メッセージを開いた           | 開啟過訊息",
                "clicked      | clicked in a message      | メッセージ内をクリックした   | 點擊過訊息中的連結",
                "bounced      | had a message bounce      | メッセージが不達になった     | 被退回過訊息",
                "complained   | complained about a message | メッセージを迷惑だと報告した | 檢舉過訊息",
                "unsubscribed | unsubscribed by a message | メッセージの配信を停止した   | 退訂過訊息",
                "failed       | had a message fail        | メッセージの送信に失敗した   | 有過訊息傳送失敗",
            })
    void outcomeIsSaidInEachLanguage(String outcome, String en, String ja, String zh)
            throws Exception {
        assertEquals(
                List.of(en, ja, zh), said("{'message': {'outcome': '%s'}}".formatted(outcome)));
    }

    private static List<String> said(String json) throws JsonProcessingException {
        Condition condition = JSON.readValue(json.replace('\'', '"'), Condition.class);
        return List.of("en", "ja", "zh-TW").stream()
                .map(Locale::forLanguageTag)
                .map(
                        locale ->
                                Conditions.print(
                                        condition, locale, id -> NAMES.getOrDefault(id, id)))
                .toList();
    }
}
