package dev.synth.table;

/**
 * A named column.
 *
 * @param name the name in the file, not empty
 * @param type what it holds
 */
public record Column(String name, ColumnType type) {
  public Column {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a column needs a name");
    }
  }

  /** Returns whether generators and classifiers see this column. */
  public boolean isModelled() {
    return !(type instanceof ColumnType.Identifier);
  }
}
