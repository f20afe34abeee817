package dev.hypergraph4j.samples.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.samples.agent.Message.Asked;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions as people ask them, through the whole graph. */
class RulePlannerTest {
    private final AssistantGraph assistant = Assistant.graph(new RulePlanner());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    What is 12.5 * (3 + 4)?               | 12.5 * (3 + 4) = 87.5
                    7 times 6                             | 7 * 6 = 42
                    What is 15% of 80?                    | 15 / 100 * 80 = 12
                    0.1 plus 0.2                          | 0.1 + 0.2 = 0.3
                    What is 10 minus 4 squared?           | 10 - 4 ^ 2 = -6
                    -3^2                                  | -3 ^ 2 = -9
                    2^10 - -3                             | 2 ^ 10 - -3 = 1027
                    1 / 3                                 | 1 / 3 ≈ 0.3333333333
                    What is the square root of 2?         | sqrt(2) ≈ 1.414213562
                    the product of 3 and 4                | 3 * 4 = 12
                    1,234,567 + 1                         | 1234567 + 1 = 1234568
                    """)
    void arithmeticIsCalculated(String question, String answer) {
        assertThat(answerTo(question)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    How many miles are 42 km plus 1500 m? | 42 km + 1500 m ≈ 27.02964686 miles
                    1500 m + 2 km                         | 1500 m + 2 km = 3500 m
                    How many minutes are in 2 weeks?      | 2 weeks = 20160 minutes
                    convert 5 feet 11 inches to cm        | 5 feet + 11 inches = 180.34 cm
                    What is 5 in in cm?                   | 5 inches = 12.7 cm
                    3 * 2 kg - 500 g                      | 3 * 2 kg - 500 g = 5.5 kg
                    How far is 100 miles in km?           | 100 miles = 160.9344 km
                    100 °F in Celsius                     | 100 °f ≈ 37.77777778 celsius
                    -40 °F in °C                          | -40 °f = -40 °c
                    60 mph in km/h                        | 60 mph = 96.56064 km/h
                    How many square feet are 2 acres?     | 2 acres = 87120 square feet
                    """)
    void quantitiesAreConvertedAndCalculated(String question, String answer) {
        assertThat(answerTo(question)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    How tall is Everest?   | I do not understand 'tall'.
                    What is 3 km plus 2?   | I can't add a number without a unit to one with a unit.
                    3 km * 4 km            | I can multiply and divide quantities by numbers only.
                    How many kg are 3?     | I do not know which unit is to be converted to 'kg'.
                    How many kg are 3 km?  | 'km' can't be converted to 'kg': they measure different things.
                    10 °C plus 5 °F        | I convert temperatures, but do not compute with them.
                    10 / 0                 | '10 / 0' can't be computed: Division by zero
                    2 * (3 + 4             | A parenthesis is not closed.
                    3 +                    | I miss a number at the end.
                    Hello                  | I do not understand 'hello'.
                    What is it to be?      | I do not understand 'it'.
                    what is the            | I see nothing to compute.
                    """)
    void whatCanNotBeAnsweredIsNotGuessed(String question, String reason) {
        assertThat(answerTo(question)).startsWith("Sorry. " + reason);
    }

    private String answerTo(String question) {
        return Conversation.hold(assistant, List.of(new Asked(question)), prompt -> true)
                .outputs()
                .answer();
    }
}
