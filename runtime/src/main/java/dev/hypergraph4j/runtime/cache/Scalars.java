package dev.hypergraph4j.runtime.cache;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The values without parts. Only these very classes: a subclass of, say, {@code BigDecimal} may hold more. */
final class Scalars {
    /** Types whose text is different for different values, and always the same for one. */
    private static final Set<Class<?>> TEXTS = Set.of(
            BigDecimal.class,
            BigInteger.class,
            Currency.class,
            Duration.class,
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            MonthDay.class,
            OffsetDateTime.class,
            OffsetTime.class,
            OptionalDouble.class,
            OptionalInt.class,
            OptionalLong.class,
            Period.class,
            URI.class,
            UUID.class,
            Year.class,
            YearMonth.class,
            ZonedDateTime.class);

    /** The commonest ones, in few bytes. */
    private static final Map<Class<?>, BiConsumer<DigestBytes, Object>> BYTES = Map.of(
            String.class, (to, value) -> text(to, 's', (String) value),
            Boolean.class, (to, value) -> number(to, 'z', (Boolean) value ? 1 : 0),
            Character.class, (to, value) -> number(to, 'c', (Character) value),
            Byte.class, (to, value) -> number(to, 'b', (Byte) value),
            Short.class, (to, value) -> number(to, 'h', (Short) value),
            Integer.class, (to, value) -> number(to, 'i', (Integer) value),
            Long.class, (to, value) -> number(to, 'l', (Long) value),
            Float.class, (to, value) -> number(to, 'f', Float.floatToIntBits((Float) value)),
            Double.class, (to, value) -> number(to, 'd', Double.doubleToLongBits((Double) value)));

    private Scalars() {}

    /** Puts {@code value}, if it is one of these. */
    static boolean put(DigestBytes to, Object value) {
        BiConsumer<DigestBytes, Object> form = BYTES.get(value.getClass());
        if (form != null) {
            form.accept(to, value);
        } else if (value instanceof Enum<?> constant) {
            named(to, constant.getDeclaringClass(), constant.name());
        } else if (TEXTS.contains(value.getClass())) {
            named(to, value.getClass(), value.toString());
        } else if (value instanceof ZoneId zone) {
            named(to, ZoneId.class, zone.getId());
        } else if (value instanceof Locale locale) {
            locale(to, locale);
        } else {
            return false;
        }
        return true;
    }

    private static void text(DigestBytes to, char tag, String text) {
        to.put(tag);
        to.putText(text);
    }

    private static void number(DigestBytes to, char tag, long number) {
        to.put(tag);
        to.putNumber(number);
    }

    private static void named(DigestBytes to, Class<?> type, String text) {
        text(to, 'n', type.getName());
        to.putText(text);
    }

    /** Its tag alone lacks what is not well-formed, its text what comes without a language. */
    private static void locale(DigestBytes to, Locale locale) {
        named(to, Locale.class, locale.toLanguageTag());
        to.putText(locale.getLanguage());
        to.putText(locale.getScript());
        to.putText(locale.getCountry());
        to.putText(locale.getVariant());
    }
}
