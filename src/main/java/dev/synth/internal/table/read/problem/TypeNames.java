package dev.synth.internal.table.read.problem;

import dev.synth.table.ColumnType;

/** The names of types, as a config has them. */
public final class TypeNames {
  private TypeNames() {}

  /** Returns the name of a type. */
  public static String of(ColumnType type) {
    return switch (type) {
      case ColumnType.Numeric numeric -> "numeric";
      case ColumnType.Categorical categorical -> "categorical";
      case ColumnType.Timestamp timestamp -> "timestamp";
      case ColumnType.TimeOfDay time -> "time-of-day";
      case ColumnType.Identifier identifier -> "identifier";
    };
  }
}
