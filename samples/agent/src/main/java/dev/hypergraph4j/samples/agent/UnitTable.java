package dev.hypergraph4j.samples.agent;

import static javax.measure.MetricPrefix.CENTI;
import static javax.measure.MetricPrefix.DECI;
import static javax.measure.MetricPrefix.KILO;
import static javax.measure.MetricPrefix.MEGA;
import static javax.measure.MetricPrefix.MILLI;
import static systems.uom.common.USCustomary.ACRE;
import static systems.uom.common.USCustomary.CUBIC_FOOT;
import static systems.uom.common.USCustomary.CUBIC_INCH;
import static systems.uom.common.USCustomary.CUP;
import static systems.uom.common.USCustomary.FAHRENHEIT;
import static systems.uom.common.USCustomary.FLUID_OUNCE;
import static systems.uom.common.USCustomary.FOOT;
import static systems.uom.common.USCustomary.GALLON_LIQUID;
import static systems.uom.common.USCustomary.HECTARE;
import static systems.uom.common.USCustomary.INCH;
import static systems.uom.common.USCustomary.KNOT;
import static systems.uom.common.USCustomary.MILE;
import static systems.uom.common.USCustomary.MILE_PER_HOUR;
import static systems.uom.common.USCustomary.NAUTICAL_MILE;
import static systems.uom.common.USCustomary.OUNCE;
import static systems.uom.common.USCustomary.PINT;
import static systems.uom.common.USCustomary.POUND;
import static systems.uom.common.USCustomary.SQUARE_FOOT;
import static systems.uom.common.USCustomary.YARD;
import static tech.units.indriya.unit.Units.CELSIUS;
import static tech.units.indriya.unit.Units.CUBIC_METRE;
import static tech.units.indriya.unit.Units.DAY;
import static tech.units.indriya.unit.Units.GRAM;
import static tech.units.indriya.unit.Units.HOUR;
import static tech.units.indriya.unit.Units.JOULE;
import static tech.units.indriya.unit.Units.KELVIN;
import static tech.units.indriya.unit.Units.KILOGRAM;
import static tech.units.indriya.unit.Units.KILOMETRE_PER_HOUR;
import static tech.units.indriya.unit.Units.LITRE;
import static tech.units.indriya.unit.Units.METRE;
import static tech.units.indriya.unit.Units.METRE_PER_SECOND;
import static tech.units.indriya.unit.Units.MINUTE;
import static tech.units.indriya.unit.Units.SECOND;
import static tech.units.indriya.unit.Units.SQUARE_METRE;
import static tech.units.indriya.unit.Units.WATT;
import static tech.units.indriya.unit.Units.WEEK;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.measure.Unit;
import systems.uom.common.Imperial;

/** The names of units in English. What is measured in US customary units is meant where there are others of the same name. */
final class UnitTable {
    private static final UnitTable ALL = new UnitTable()
            .lengths()
            .areas()
            .volumes()
            .masses()
            .times()
            .speeds()
            .others();

    private final Map<String, Unit<?>> units = new LinkedHashMap<>();

    private UnitTable() {}

    /** All names, in small letters. */
    static Collection<String> names() {
        return Collections.unmodifiableSet(ALL.units.keySet());
    }

    /** The unit of this name. */
    static Unit<?> unit(String name) {
        Unit<?> unit = ALL.units.get(name.strip().toLowerCase(Locale.ROOT));
        if (unit == null) {
            throw new ToolException("There is no unit '" + name + "' here.");
        }
        return unit;
    }

    private UnitTable lengths() {
        add(MILLI(METRE), "mm", "millimetre", "millimetres", "millimeter", "millimeters");
        add(CENTI(METRE), "cm", "centimetre", "centimetres", "centimeter", "centimeters");
        add(METRE, "m", "metre", "metres", "meter", "meters");
        add(KILO(METRE), "km", "kilometre", "kilometres", "kilometer", "kilometers");
        add(INCH, "inch", "inches");
        add(FOOT, "ft", "foot", "feet");
        add(YARD, "yd", "yard", "yards");
        add(MILE, "mi", "mile", "miles");
        return add(NAUTICAL_MILE, "nmi", "nautical mile", "nautical miles");
    }

    private UnitTable areas() {
        add(SQUARE_METRE, "m²", "m2", "square metre", "square metres", "square meter", "square meters");
        add(KILO(METRE).pow(2), "km²", "km2", "square kilometre", "square kilometres", "square kilometer");
        add(KILO(METRE).pow(2), "square kilometers");
        add(HECTARE, "ha", "hectare", "hectares");
        add(SQUARE_FOOT, "ft²", "square foot", "square feet");
        return add(ACRE, "acre", "acres");
    }

    private UnitTable volumes() {
        add(MILLI(LITRE), "ml", "millilitre", "millilitres", "milliliter", "milliliters");
        add(CENTI(LITRE), "cl", "centilitre", "centilitres", "centiliter", "centiliters");
        add(DECI(LITRE), "dl", "decilitre", "decilitres", "deciliter", "deciliters");
        add(LITRE, "l", "litre", "litres", "liter", "liters");
        add(CUBIC_METRE, "m³", "m3", "cubic metre", "cubic metres", "cubic meter", "cubic meters");
        add(CUBIC_INCH, "cubic inch", "cubic inches");
        add(CUBIC_FOOT, "cubic foot", "cubic feet");
        // Those of the library are rounded.
        add(FLUID_OUNCE.divide(6), "tsp", "teaspoon", "teaspoons");
        add(FLUID_OUNCE.divide(2), "tbsp", "tablespoon", "tablespoons");
        add(FLUID_OUNCE, "fl oz", "fluid ounce", "fluid ounces");
        add(CUP, "cup", "cups");
        add(PINT, "pt", "pint", "pints");
        return add(GALLON_LIQUID, "gal", "gallon", "gallons");
    }

    private UnitTable masses() {
        add(MILLI(GRAM), "mg", "milligram", "milligrams");
        add(GRAM, "g", "gram", "grams");
        add(KILOGRAM, "kg", "kilogram", "kilograms", "kilo", "kilos");
        add(KILOGRAM.multiply(1_000), "t", "tonne", "tonnes");
        add(OUNCE, "oz", "ounce", "ounces");
        add(POUND, "lb", "lbs", "pound", "pounds");
        return add(Imperial.STONE, "st", "stone", "stones");
    }

    private UnitTable times() {
        add(MILLI(SECOND), "ms", "millisecond", "milliseconds");
        add(SECOND, "s", "second", "seconds");
        add(MINUTE, "min", "minute", "minutes");
        add(HOUR, "h", "hour", "hours");
        add(DAY, "d", "day", "days");
        return add(WEEK, "week", "weeks");
    }

    private UnitTable speeds() {
        add(METRE_PER_SECOND, "m/s", "metres per second", "meters per second");
        add(KILOMETRE_PER_HOUR, "km/h", "kilometres per hour", "kilometers per hour");
        add(MILE_PER_HOUR, "mph", "miles per hour");
        return add(KNOT, "knot", "knots");
    }

    private UnitTable others() {
        add(CELSIUS, "°c", "celsius", "degrees celsius");
        add(FAHRENHEIT, "°f", "fahrenheit", "degrees fahrenheit");
        add(KELVIN, "kelvin");
        add(JOULE, "j", "joule", "joules");
        add(KILO(JOULE), "kj", "kilojoule", "kilojoules");
        add(KILO(WATT).multiply(HOUR), "kwh", "kilowatt hour", "kilowatt hours");
        add(WATT, "w", "watt", "watts");
        add(KILO(WATT), "kw", "kilowatt", "kilowatts");
        return add(MEGA(WATT), "megawatt", "megawatts");
    }

    private UnitTable add(Unit<?> unit, String... names) {
        for (String name : names) {
            units.put(name, unit);
        }
        return this;
    }
}
