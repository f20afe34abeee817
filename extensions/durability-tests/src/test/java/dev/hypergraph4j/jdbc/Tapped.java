package dev.hypergraph4j.jdbc;

import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Gives tests of other packages what builders of stores keep to their own. */
public final class Tapped {
    private Tapped() {}

    /** Has every connection come from what {@code around} makes of the source of connections. */
    public static JdbcCheckpointerBuilder builder(UnaryOperator<DataSource> around) {
        return JdbcCheckpointer.builder().dataSource(around);
    }
}
