package dev.synth.table;

/**
 * A named column.
 *
 * @param name the name in the file, not empty
 * @param type what it holds
 * @param isModelled whether generators and classifiers see this column; never so for an identifier,
 *     and not for a column that the user excluded, whatever its type
 * @param form how its cells are written in a text file
 */
public record Column(String name, ColumnType type, boolean isModelled, CellForm form) {
  public Column {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a column needs a name");
    }
    isModelled = isModelled && !(type instanceof ColumnType.Identifier);
  }

  /** A column in plain form. */
  public Column(String name, ColumnType type, boolean isModelled) {
    this(name, type, isModelled, CellForm.PLAIN);
  }

  /** A column in plain form that is modelled, unless it holds identifiers. */
  public Column(String name, ColumnType type) {
    this(name, type, true);
  }

  /** Returns the same column with another type. */
  public Column withType(ColumnType other) {
    return new Column(name, other, isModelled, form);
  }

  /** Returns the same column in another form. */
  public Column withForm(CellForm other) {
    return new Column(name, type, isModelled, other);
  }
}
