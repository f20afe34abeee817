package dev.hypergraph4j.samples.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConverterTest {

    /** The factors by which the units are defined. */
    @ParameterizedTest
    @CsvSource({
        "inch, mm, 25.4",
        "foot, m, 0.3048",
        "yard, m, 0.9144",
        "mile, m, 1609.344",
        "nautical mile, m, 1852",
        "hectare, m², 10000",
        "km², m², 1000000",
        "square foot, m², 0.09290304",
        "litre, m³, 0.001",
        "ml, l, 0.001",
        "cubic inch, ml, 16.387064",
        "cubic foot, l, 28.316846592",
        "gallon, l, 3.785411784",
        "pint, l, 0.473176473",
        "cup, ml, 236.5882365",
        "fluid ounce, ml, 29.5735295625",
        "tablespoon, ml, 14.78676478125",
        "teaspoon, ml, 4.92892159375",
        "pound, kg, 0.45359237",
        "ounce, g, 28.349523125",
        "stone, kg, 6.35029318",
        "tonne, kg, 1000",
        "week, h, 168",
        "day, s, 86400",
        "knot, km/h, 1.852",
        "mph, m/s, 0.44704",
        "kwh, j, 3600000",
        "megawatt, w, 1000000"
    })
    void factorIsExact(String from, String to, BigDecimal factor) {
        assertThat(Converter.convert("1", from, to).round(new MathContext(20))).isEqualByComparingTo(factor);
    }

    @ParameterizedTest
    @CsvSource({"0, celsius, kelvin, 273.15", "212, °F, °C, 100", "-40, fahrenheit, celsius, -40"})
    void scalesWithOtherZerosAreConverted(String value, String from, String to, BigDecimal converted) {
        assertThat(Converter.convert(value, from, to).round(new MathContext(20)))
                .isEqualByComparingTo(converted);
    }
}
