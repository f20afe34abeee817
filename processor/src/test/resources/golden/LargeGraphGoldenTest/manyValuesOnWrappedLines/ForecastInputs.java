package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.runtime.InputSpec;
import dev.hypergraph4j.runtime.MissingInputException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * What a run of the graph {@code forecast} takes; see {@link ForecastGraph}.
 *
 * @param station required
 * @param temperature required
 * @param pressure required
 * @param humidity required
 * @param windDirection optional
 * @param windSpeed optional, by default {@code 0.0}
 * @param period optional, by default {@code PT24H}
 * @param remark optional, by default {@code "a "long" text"}
 */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public record ForecastInputs(String station, double temperature, double pressure, double humidity,
        Optional<String> windDirection, double windSpeed, Duration period, String remark) {
    /** The names and types of the inputs, and which of them are required. */
    public static final InputSpec SPEC = InputSpec.of(
            "forecast",
            InputSpec.required("station", String.class, "String"),
            InputSpec.required("temperature", double.class, "double"),
            InputSpec.required("pressure", double.class, "double"),
            InputSpec.required("humidity", double.class, "double"),
            InputSpec.optional("windDirection", String.class, "String", ""),
            InputSpec.optional("windSpeed", double.class, "double", "0.0"),
            InputSpec.optional("period", Duration.class, "Duration", "PT24H"),
            InputSpec.optional("remark", String.class, "String", "\"a \"long\" text\""));

    /** Checks that nothing is {@code null}. */
    public ForecastInputs {
        Objects.requireNonNull(station, "station");
        Objects.requireNonNull(windDirection, "windDirection");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(remark, "remark");
    }

    /** The required inputs; the others are as if left out. */
    public static ForecastInputs of(String station, double temperature, double pressure,
            double humidity) {
        return new ForecastInputs(station, temperature, pressure, humidity, Optional.empty(), 0.0,
                Duration.parse("PT24H"), "a \"long\" text");
    }

    /** Starts with nothing given. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same inputs with another {@code station}. */
    public ForecastInputs withStation(String station) {
        return new ForecastInputs(station, temperature, pressure, humidity, windDirection,
                windSpeed, period, remark);
    }

    /** The same inputs with another {@code temperature}. */
    public ForecastInputs withTemperature(double temperature) {
        return new ForecastInputs(station, temperature, pressure, humidity, windDirection,
                windSpeed, period, remark);
    }

    /** The same inputs with another {@code pressure}. */
    public ForecastInputs withPressure(double pressure) {
        return new ForecastInputs(station, temperature, pressure, humidity, windDirection,
                windSpeed, period, remark);
    }

    /** The same inputs with another {@code humidity}. */
    public ForecastInputs withHumidity(double humidity) {
        return new ForecastInputs(station, temperature, pressure, humidity, windDirection,
                windSpeed, period, remark);
    }

    /** The same inputs with another {@code windDirection}. */
    public ForecastInputs withWindDirection(String windDirection) {
        return new ForecastInputs(station, temperature, pressure, humidity,
                Optional.of(windDirection), windSpeed, period, remark);
    }

    /** The same inputs with another {@code windSpeed}. */
    public ForecastInputs withWindSpeed(double windSpeed) {
        return new ForecastInputs(station, temperature, pressure, humidity, windDirection,
                windSpeed, period, remark);
    }

    /** The same inputs with another {@code period}. */
    public ForecastInputs withPeriod(Duration period) {
        return new ForecastInputs(station, temperature, pressure, humidity, windDirection,
                windSpeed, period, remark);
    }

    /** The same inputs with another {@code remark}. */
    public ForecastInputs withRemark(String remark) {
        return new ForecastInputs(station, temperature, pressure, humidity, windDirection,
                windSpeed, period, remark);
    }

    /** Collects inputs by name. Not thread-safe. */
    public static final class Builder {
        private String station;
        private Double temperature;
        private Double pressure;
        private Double humidity;
        private String windDirection;
        private Double windSpeed;
        private Duration period;
        private String remark;

        private Builder() {}

        /** Gives {@code station}: required. */
        public Builder station(String station) {
            this.station = Objects.requireNonNull(station, "station");
            return this;
        }

        /** Gives {@code temperature}: required. */
        public Builder temperature(double temperature) {
            this.temperature = temperature;
            return this;
        }

        /** Gives {@code pressure}: required. */
        public Builder pressure(double pressure) {
            this.pressure = pressure;
            return this;
        }

        /** Gives {@code humidity}: required. */
        public Builder humidity(double humidity) {
            this.humidity = humidity;
            return this;
        }

        /** Gives {@code windDirection}: optional. */
        public Builder windDirection(String windDirection) {
            this.windDirection = Objects.requireNonNull(windDirection, "windDirection");
            return this;
        }

        /** Gives {@code windSpeed}: optional, by default {@code 0.0}. */
        public Builder windSpeed(double windSpeed) {
            this.windSpeed = windSpeed;
            return this;
        }

        /** Gives {@code period}: optional, by default {@code PT24H}. */
        public Builder period(Duration period) {
            this.period = Objects.requireNonNull(period, "period");
            return this;
        }

        /** Gives {@code remark}: optional, by default {@code "a "long" text"}. */
        public Builder remark(String remark) {
            this.remark = Objects.requireNonNull(remark, "remark");
            return this;
        }

        /**
         * The inputs; optional ones that were not given are at their default.
         *
         * @throws MissingInputException if a required one was not given
         */
        public ForecastInputs build() {
            if (station == null || temperature == null || pressure == null || humidity == null) {
                throw SPEC.missing(given().keySet());
            }
            return new ForecastInputs(station, temperature, pressure, humidity,
                    Optional.ofNullable(windDirection), windSpeed != null ? windSpeed : 0.0,
                    period != null ? period : Duration.parse("PT24H"),
                    remark != null ? remark : "a \"long\" text");
        }

        Map<String, Object> given() {
            Map<String, Object> given = new LinkedHashMap<>();
            if (station != null) {
                given.put("station", station);
            }
            if (temperature != null) {
                given.put("temperature", temperature);
            }
            if (pressure != null) {
                given.put("pressure", pressure);
            }
            if (humidity != null) {
                given.put("humidity", humidity);
            }
            if (windDirection != null) {
                given.put("windDirection", windDirection);
            }
            if (windSpeed != null) {
                given.put("windSpeed", windSpeed);
            }
            if (period != null) {
                given.put("period", period);
            }
            if (remark != null) {
                given.put("remark", remark);
            }
            return given;
        }

        Builder fromValues(Map<String, Object> values) {
            station = (String) values.get("station");
            temperature = (Double) values.get("temperature");
            pressure = (Double) values.get("pressure");
            humidity = (Double) values.get("humidity");
            windDirection = (String) values.get("windDirection");
            windSpeed = (Double) values.get("windSpeed");
            period = (Duration) values.get("period");
            remark = (String) values.get("remark");
            return this;
        }
    }
}
