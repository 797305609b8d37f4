package dev.synth.table;

/**
 * A named column.
 *
 * @param name the name in the file, not empty
 * @param type what it holds
 * @param isModelled whether generators and classifiers see this column; never so for an identifier,
 *     and not for a column that the user excluded, whatever its type
 */
public record Column(String name, ColumnType type, boolean isModelled) {
  public Column {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a column needs a name");
    }
    isModelled = isModelled && !(type instanceof ColumnType.Identifier);
  }

  /** A column that is modelled, unless it holds identifiers. */
  public Column(String name, ColumnType type) {
    this(name, type, true);
  }
}
