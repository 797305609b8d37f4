package dev.synth.internal.table.database;

import java.util.Map;

/** The makes of databases between which something differs. */
public enum DatabaseProduct {
  /** PostgreSQL. */
  POSTGRESQL,
  /** MySQL through its own driver. */
  MYSQL,
  /** MariaDB's driver, which reaches MySQL too. */
  MARIADB,
  /** SQLite. */
  SQLITE,
  /** DuckDB. */
  DUCKDB,
  /** Any other, which is taken to keep to the standard. */
  OTHER;

  private static final Map<String, String> NUMBERS_AS_THEY_ARE =
      Map.of(
          "tinyInt1isBit",
          "false", // true would stand for each number but 0
          "yearIsDateType",
          "false");

  /** Returns the make that a JDBC URL names. */
  static DatabaseProduct of(String url) {
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    if (url.startsWith("jdbc:mysql:")) {
      return MYSQL;
    }
    if (url.startsWith("jdbc:mariadb:")) {
      return MARIADB;
    }
    if (url.startsWith("jdbc:sqlite:")) {
      return SQLITE;
    }
    return url.startsWith("jdbc:duckdb:") ? DUCKDB : OTHER;
  }

  /** Returns whether it is MySQL or MariaDB, which have the same types. */
  public boolean isMySql() {
    return this == MYSQL || this == MARIADB;
  }

  /** Lets databases that are files be read only, so that a file that is not there is not made. */
  Map<String, String> settingsToRead(String url) {
    return switch (this) {
      case SQLITE -> Map.of("open_mode", "1");
      case DUCKDB ->
          url.matches("jdbc:duckdb:(:memory:.*)?") ? Map.of() : Map.of("duckdb.read_only", "true");
      case MYSQL, MARIADB -> NUMBERS_AS_THEY_ARE;
      case POSTGRESQL, OTHER -> Map.of();
    };
  }

  /** Lets drivers send many rows at once. */
  Map<String, String> settingsToWrite() {
    return switch (this) {
      case POSTGRESQL -> Map.of("reWriteBatchedInserts", "true");
      case MYSQL ->
          Map.of(
              "rewriteBatchedStatements",
              "true",
              "tinyInt1isBit",
              "false",
              "yearIsDateType",
              "false");
      case MARIADB -> NUMBERS_AS_THEY_ARE;
      case SQLITE, DUCKDB, OTHER -> Map.of();
    };
  }

  /** Returns the type of a column of new tables. */
  public String type(Kind kind) {
    return switch (kind) {
      case WHOLE -> this == SQLITE ? "INTEGER" : "BIGINT";
      case NUMBER ->
          switch (this) {
            case SQLITE -> "REAL";
            case DUCKDB, MYSQL, MARIADB -> "DOUBLE";
            case POSTGRESQL, OTHER -> "DOUBLE PRECISION";
          };
      case TEXT -> this == OTHER ? "VARCHAR(4000)" : "TEXT";
      case DATE -> "DATE";
      case TIME -> isMySql() ? "TIME(6)" : "TIME";
      case MOMENT -> isMySql() ? "DATETIME(6)" : "TIMESTAMP";
      case ZONED -> isMySql() ? "VARCHAR(64)" : "TIMESTAMP WITH TIME ZONE";
    };
  }

  /** Returns what stands behind the columns of new tables. */
  public String tableOptions() {
    return isMySql() ? " CHARACTER SET utf8mb4" : "";
  }

  /** The kinds of columns that new tables have. */
  public enum Kind {
    /** Whole numbers. */
    WHOLE,
    /** Numbers. */
    NUMBER,
    /** Texts. */
    TEXT,
    /** Days. */
    DATE,
    /** Times of day. */
    TIME,
    /** Points in time on a local clock. */
    MOMENT,
    /** Points in time with an offset from UTC; MySQL has no such type, and gets their texts. */
    ZONED
  }
}
