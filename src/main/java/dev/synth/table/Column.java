package dev.synth.table;

/**
 * A named column.
 *
 * @param name the name in the file, not empty
 * @param type what it holds
 * @param isModelled whether generators and classifiers see this column; never so for an identifier,
 *     and not for a column that the user excluded, whatever its type
 * @param form how its cells are written in a text file
 * @param texts how a text file writes missing cells and digits
 */
public record Column(
    String name, ColumnType type, boolean isModelled, CellForm form, CellTexts texts) {
  public Column {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a column needs a name");
    }
    isModelled = isModelled && !(type instanceof ColumnType.Identifier);
  }

  /** A column whose missing cells are empty. */
  public Column(String name, ColumnType type, boolean isModelled, CellForm form) {
    this(name, type, isModelled, form, CellTexts.USUAL);
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
    return new Column(name, other, isModelled, form, texts);
  }

  /** Returns the same column in another form. */
  public Column withForm(CellForm other) {
    return new Column(name, type, isModelled, other, texts);
  }

  /** Returns the same column with other texts of missing cells and digits. */
  public Column withTexts(CellTexts other) {
    return new Column(name, type, isModelled, form, other);
  }

  /** Returns the same column with one text of missing cells. */
  public Column withMissingText(String other) {
    return withTexts(texts.withMissing(other));
  }

  /** Returns the text that most missing cells have in a text file, such as {@code NA}. */
  public String missingText() {
    return texts.mostMissing();
  }

  /** Returns the same column as programs read it: in plain form, and with empty missing cells. */
  public Column plain() {
    return new Column(name, type, isModelled, form.plain());
  }
}
