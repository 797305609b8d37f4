package dev.synth.table;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.NumberText;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Features, and beside them which rows are of the rare class.
 *
 * <p>The label is not among the features, so nothing that is given the features can see it.
 */
public final class LabelledTable {
  private final Table features;
  private final BitSet rare;
  private final Label label;
  private final RowFacts facts;
  private final TextStyle style;

  /**
   * A labelled table of whose rows nothing else is known.
   *
   * @param features the columns without the label's
   * @param rare the rows of the rare class
   * @param label the label column
   */
  public LabelledTable(Table features, BitSet rare, Label label) {
    this(features, rare, label, new RowFacts(null, null), TextStyle.PLAIN);
  }

  private LabelledTable(Table features, BitSet rare, Label label, RowFacts facts, TextStyle style) {
    if (features.schema().find(label.column()).isPresent()) {
      throw new IllegalArgumentException(
          PlainText.of("the label '%s' is among the features", label.column()));
    }
    if (rare.length() > features.rowCount()) {
      throw new IllegalArgumentException(
          PlainText.of("row %d is rare, of %d rows", rare.length() - 1, features.rowCount()));
    }
    if (!facts.isOf(features.rowCount())) {
      throw new IllegalArgumentException("the facts are of more or of fewer rows");
    }
    this.features = features;
    this.rare = (BitSet) rare.clone();
    this.label = label;
    this.facts = facts;
    this.style = style;
  }

  /** Returns the same rows with what else is known of them. */
  public LabelledTable with(RowFacts known) {
    return new LabelledTable(features, rare, label, known, style);
  }

  /** Returns the same rows, which text files shall have in another style. */
  public LabelledTable with(TextStyle other) {
    return new LabelledTable(features, rare, label, facts, other);
  }

  /** Returns how text files of these rows part and quote their cells. */
  public TextStyle style() {
    return style;
  }

  /** Returns what else is known of the rows. */
  public RowFacts facts() {
    return facts;
  }

  /** Returns the same rows with the modelled columns alone. */
  public LabelledTable modelled() {
    return new LabelledTable(
        features.select(features.schema().modelled()), rare, label, facts, style);
  }

  /**
   * Returns the same rows as programs read them: with all columns, and text files, in plain form.
   */
  public LabelledTable plain() {
    Table plain = features.select(features.schema().plain());
    return new LabelledTable(plain, rare, label, facts, TextStyle.PLAIN);
  }

  /** Returns the same rows without some columns. */
  public LabelledTable without(Set<String> names) {
    Schema kept =
        new Schema(
            features.schema().columns().stream()
                .filter(column -> !names.contains(column.name()))
                .toList());
    return new LabelledTable(features.select(kept), rare, label, facts, style);
  }

  /** Returns the columns without the label's. */
  public Table features() {
    return features;
  }

  /** Returns the label column. */
  public Label label() {
    return label;
  }

  /** Returns the number of rows. */
  public int rowCount() {
    return features.rowCount();
  }

  /** Returns how many rows are of the rare class. */
  public int rareCount() {
    return rare.cardinality();
  }

  /**
   * Returns how many rows those of one class stand for: their number, but where they are a sample.
   *
   * @param ofRare whether the rare class is meant, or the other
   */
  public double weight(boolean ofRare) {
    double[] weights = facts.weights();
    if (weights == null) {
      return ofRare ? rareCount() : rowCount() - rareCount();
    }
    double sum = 0;
    for (int row = 0; row < weights.length; row++) {
      sum += rare.get(row) == ofRare ? weights[row] : 0;
    }
    return sum;
  }

  /** Returns whether a row is of the rare class. */
  public boolean isRare(int row) {
    return rare.get(row);
  }

  /** Returns a copy of the set of rows of the rare class. */
  public BitSet rareRows() {
    return (BitSet) rare.clone();
  }

  /** Returns the features of the rows of the rare class, in order. */
  public Table rareFeatures() {
    return features.rows(rare.stream().toArray());
  }

  /** Returns the given rows, in the given order; a row may come more than once. */
  public LabelledTable rows(int[] rows) {
    BitSet picked = new BitSet();
    for (int i = 0; i < rows.length; i++) {
      if (rare.get(rows[i])) {
        picked.set(i);
      }
    }
    return new LabelledTable(features.rows(rows), picked, label, facts.rows(rows), style);
  }

  /**
   * Returns the table as it is written: the modelled columns, with the label column in its place
   * among them. The label is a column of numbers where both its texts are numbers.
   */
  public Table emitted() {
    Table modelled = features.select(features.schema().modelled());
    int position = Math.min(label.position(), modelled.schema().columns().size());
    Cells cells = labelCells();
    ColumnType type =
        cells instanceof Cells.Numbers
            ? ColumnType.Numeric.UNBOUNDED
            : new ColumnType.Categorical();
    return modelled.with(position, new Column(label.column(), type), cells);
  }

  private Cells labelCells() {
    List<String> texts = List.of(label.negative(), label.positive());
    if (texts.stream().allMatch(LabelledTable::isNumber)) {
      double[] numbers = new double[rowCount()];
      for (int row = 0; row < numbers.length; row++) {
        numbers[row] = Double.parseDouble(texts.get(rare.get(row) ? 1 : 0));
      }
      return new Cells.Numbers(numbers);
    }
    int[] codes = new int[rowCount()];
    rare.stream().forEach(row -> codes[row] = 1);
    return new Cells.Levels(codes, new BitSet(), texts);
  }

  /** Returns whether a text is a number that is written back as the same text. */
  private static boolean isNumber(String text) {
    OptionalDouble number = NumberText.parse(text);
    return number.isPresent()
        && Double.isFinite(number.getAsDouble())
        && NumberText.of(number.getAsDouble()).equals(text);
  }

  /** Returns these rows followed by others with the same features, and what is known of both. */
  public LabelledTable followedBy(LabelledTable more) {
    return followedBy(more.features, more.rare).with(facts.followedBy(more.facts));
  }

  /** Returns these rows followed by others with the same features, of which no facts are known. */
  public LabelledTable followedBy(Table moreFeatures, BitSet moreRare) {
    return new LabelledTable(
            features.followedBy(moreFeatures), Missing.join(rare, rowCount(), moreRare), label)
        .with(style);
  }
}
