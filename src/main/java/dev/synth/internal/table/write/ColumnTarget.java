package dev.synth.internal.table.write;

import dev.synth.internal.table.database.DatabaseProduct;
import java.sql.Types;
import java.util.Locale;

/** The kinds of cells that a column of a database takes. */
enum ColumnTarget {
  WHOLE,
  DECIMAL,
  NUMBER,
  TRUTH,
  DATE,
  TIME,
  MOMENT,
  ZONED,
  TEXT,
  /** Times, in a database that keeps them as texts. */
  ISO_TEXT,
  /** Anything. */
  ANY,
  /** A type of the database's own, such as PostgreSQL's enumerations. */
  OWN;

  /**
   * Returns what a column takes.
   *
   * @param type one of {@link Types}
   * @param name the database's name for it
   */
  static ColumnTarget of(int type, String name, DatabaseProduct product) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (product == DatabaseProduct.SQLITE) {
      return ofSqlite(lower);
    }
    return switch (type) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> WHOLE;
      case Types.DECIMAL, Types.NUMERIC -> DECIMAL;
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> NUMBER;
      case Types.BOOLEAN -> TRUTH;
      case Types.BIT -> lower.equals("bit") && product == DatabaseProduct.POSTGRESQL ? OWN : TRUTH;
      case Types.DATE -> DATE;
      case Types.TIME, Types.TIME_WITH_TIMEZONE -> TIME;
      case Types.TIMESTAMP ->
          lower.equals("timestamptz") || lower.contains("with time zone") ? ZONED : MOMENT;
      case Types.TIMESTAMP_WITH_TIMEZONE -> ZONED;
      case Types.CHAR,
          Types.VARCHAR,
          Types.LONGVARCHAR,
          Types.NCHAR,
          Types.NVARCHAR,
          Types.LONGNVARCHAR,
          Types.CLOB,
          Types.NCLOB ->
          // PostgreSQL's driver calls its enumerations so, too
          product == DatabaseProduct.POSTGRESQL && !lower.contains("char") && !lower.equals("text")
              ? OWN
              : TEXT;
      default -> product == DatabaseProduct.POSTGRESQL ? OWN : TEXT;
    };
  }

  /** SQLite's columns take anything, and make of texts what their declared type suggests. */
  private static ColumnTarget ofSqlite(String name) {
    if (name.contains("int")) {
      return WHOLE;
    }
    if (name.contains("char") || name.contains("clob") || name.contains("text")) {
      return TEXT;
    }
    if (name.contains("date") || name.contains("time")) {
      return ISO_TEXT;
    }
    return name.contains("real") || name.contains("floa") || name.contains("doub") ? NUMBER : ANY;
  }
}
