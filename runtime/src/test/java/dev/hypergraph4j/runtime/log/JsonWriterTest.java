package dev.hypergraph4j.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    @Test
    void everyKindOfValueIsWritten() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", "a");
        map.put("number", -1.5e10);
        map.put("big", new BigDecimal("1E+3"));
        map.put("flag", false);
        map.put("nothing", null);
        map.put("list", Arrays.asList(1, null, List.of(), Map.of()));

        assertThat(json(map))
                .isEqualTo("{\"text\":\"a\",\"number\":-1.5E10,\"big\":1E+3,\"flag\":false,\"nothing\":null,"
                        + "\"list\":[1,null,[],{}]}");
    }

    @Test
    void textIsEscaped() {
        assertThat(json("\"\\/\n\r\t\b\0é文𝒳")).isEqualTo("\"\\\"\\\\/\\n\\r\\t\\u0008\\u0000é文𝒳\"");
    }

    @Test
    void halfSurrogatePairsAreEscaped() {
        assertThat(json("a\ud835")).isEqualTo("\"a\\ud835\"");
        assertThat(json("\udcb3b")).isEqualTo("\"\\udcb3b\"");
        assertThat(json("\ud835\ud835\udcb3")).isEqualTo("\"\\ud835𝒳\"");
    }

    @Test
    void numbersThatJsonDoesNotKnowBecomeTexts() {
        assertThat(json(List.of(Double.NaN, Float.NEGATIVE_INFINITY, 1e308, new BigDecimal("1e999"))))
                .isEqualTo("[\"NaN\",\"-Infinity\",1.0E308,1E+999]");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWrittenIsReadBack(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Object value = randomValue(random, 4);
            String json = json(value);

            assertThat(StrictJson.parse(json)).isEqualTo(StrictJson.numbersAsDecimals(value));
            assertThat(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(json);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "01",
                "1.",
                "+1",
                "'a'",
                "\"\n\"",
                "NaN",
                "[1] 2",
                "{a:1}",
                "\"\\x\""
            })
    void parserOfTheTestsIsStrict(String notJson) {
        assertThatThrownBy(() -> StrictJson.parse(notJson)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Object randomValue(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> randomText(random);
            case 1 -> random.nextInt();
            case 2 -> random.nextLong();
            case 3 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            case 4 -> random.nextBoolean() ? null : random.nextBoolean();
            case 5 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(randomValue(random, depth - 1));
                }
                yield list;
            }
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(randomText(random), randomValue(random, depth - 1));
                }
                yield map;
            }
        };
    }

    /** Half of the characters from the beginning of Unicode, the others from anywhere in its first plane. */
    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
        }
        return text.toString();
    }

    private static String json(Object value) {
        return new JsonWriter().write(value).toString();
    }
}
