package dev.synth.validate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding of a metric beside its value: which columns, rows or patterns the value comes from, and
 * how certain it is. In JSON {@code kind} says which it is; runs of earlier versions have a
 * sentence in its place.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    property = "kind",
    defaultImpl = Finding.OldSentence.class)
@JsonIgnoreProperties(ignoreUnknown = true) // such as the words that a report added
@JsonSubTypes({
  @JsonSubTypes.Type(value = Finding.Area.class, name = "area"),
  @JsonSubTypes.Type(value = Finding.DiscriminatingColumn.class, name = "discriminating_column"),
  @JsonSubTypes.Type(value = Finding.Discrepancy.class, name = "discrepancy"),
  @JsonSubTypes.Type(value = Finding.ScoredColumns.class, name = "scored_columns"),
  @JsonSubTypes.Type(value = Finding.ScoredPairs.class, name = "scored_pairs"),
  @JsonSubTypes.Type(value = Finding.PairScore.class, name = "pair_score"),
  @JsonSubTypes.Type(value = Finding.DrawnPairs.class, name = "drawn_pairs"),
  @JsonSubTypes.Type(value = Finding.Pattern.class, name = "pattern"),
  @JsonSubTypes.Type(value = Finding.ScoreBand.class, name = "score_band"),
  @JsonSubTypes.Type(value = Finding.Heartland.class, name = "heartland"),
  @JsonSubTypes.Type(value = Finding.HeartlandRow.class, name = "heartland_row"),
  @JsonSubTypes.Type(value = Finding.Attack.class, name = "attack"),
  @JsonSubTypes.Type(value = Finding.AttackAtOnePercent.class, name = "attack_at_one_percent"),
  @JsonSubTypes.Type(value = Finding.FewNonMembers.class, name = "few_non_members"),
  @JsonSubTypes.Type(value = Finding.SampledRows.class, name = "sampled_rows"),
  @JsonSubTypes.Type(value = Finding.OldSentence.class, name = "told")
})
public sealed interface Finding {
  /**
   * The area of a classifier two-sample test over all rows, and its test against chance.
   *
   * @param realRows how many real rows were told apart
   * @param syntheticRows from how many synthetic ones
   * @param area the area under the ROC curve
   * @param low lower end of its 95 % interval
   * @param high upper end
   * @param p the p-value
   */
  record Area(int realRows, int syntheticRows, double area, double low, double high, double p)
      implements Finding {}

  /**
   * A column by which a classifier tells synthetic rows apart.
   *
   * @param column its name
   * @param fall how far the area falls when the column is shuffled
   */
  record DiscriminatingColumn(String column, double fall) implements Finding {}

  /**
   * The maximum mean discrepancy over all rows.
   *
   * @param realRows how many real rows there were
   * @param syntheticRows how many synthetic rows
   * @param value the discrepancy
   * @param standardError its standard error
   */
  record Discrepancy(int realRows, int syntheticRows, double value, double standardError)
      implements Finding {}

  /**
   * The number of columns that a score is the mean of.
   *
   * @param scored columns with a score
   * @param columns all columns
   */
  record ScoredColumns(int scored, int columns) implements Finding {}

  /**
   * The number of pairs of columns that a score is the mean of; the others have no strong trend.
   *
   * @param scored pairs with a score
   * @param pairs all pairs that were looked at
   */
  record ScoredPairs(int scored, int pairs) implements Finding {}

  /**
   * The score of a pair of columns.
   *
   * @param pair both names with a slash between
   * @param score the score
   */
  record PairScore(String pair, double score) implements Finding {}

  /**
   * Pairs of columns that were drawn, the same in all rows and draws.
   *
   * @param drawn how many were drawn
   * @param pairs out of how many
   */
  record DrawnPairs(int drawn, long pairs) implements Finding {}

  /**
   * A pattern among the real rows, and how many synthetic rows follow it.
   *
   * @param syntheticShare the share of the synthetic rows
   * @param realShare the share of the real rows
   * @param traits what sets the pattern apart, the strongest trait first; empty where it is all
   *     rows
   */
  record Pattern(double syntheticShare, double realShare, List<Trait> traits) implements Finding {
    public Pattern {
      traits = List.copyOf(traits);
    }
  }

  /**
   * A trait that sets some rows apart in one column.
   *
   * @param column its name
   * @param value the median or the most frequent level, as a cell's text
   * @param elsewhere the median of all other rows, as a cell's text; null for levels
   * @param share the share of rows with the level; null for numbers
   * @param shareElsewhere the share among all other rows; null for numbers
   */
  record Trait(
      String column,
      String value,
      @Nullable String elsewhere,
      @Nullable Double share,
      @Nullable Double shareElsewhere) {}

  /**
   * The share of synthetic rows that a classifier of real rows scores in a range.
   *
   * @param low lower end
   * @param high upper end
   * @param share the share of the synthetic rows
   */
  record ScoreBand(double low, double high, double share) implements Finding {}

  /**
   * Synthetic rows that score no higher than half of the majority rows.
   *
   * @param inside how many there are
   * @param rows out of how many
   * @param score the highest score there
   */
  record Heartland(int inside, int rows, double score) implements Finding {}

  /**
   * One of these rows.
   *
   * @param row its number, from 1
   * @param score its score
   * @param cells its cells in the columns in which the classes differ most
   */
  record HeartlandRow(int row, double score, List<ShownCell> cells) implements Finding {
    public HeartlandRow {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell of a row.
   *
   * @param column the column's name
   * @param text the cell as text
   */
  record ShownCell(String column, String text) {}

  /**
   * The success of an attacker who tells members of the training rows from others, with rows as
   * clusters.
   *
   * @param area the area under the ROC curve
   * @param low lower end of its 95 % interval
   * @param high upper end
   */
  record Attack(double area, double low, double high) implements Finding {}

  /**
   * The share of members that an attacker finds at one false alarm in a hundred.
   *
   * @param share in [0, 1]
   */
  record AttackAtOnePercent(double share) implements Finding {}

  /**
   * Too few non-members for that share.
   *
   * @param needed how many distinct ones it takes
   * @param distinct how many there are
   */
  record FewNonMembers(int needed, int distinct) implements Finding {}

  /**
   * Distances that were looked for from some rows alone, which leaves an error of about 0.01 in a
   * share.
   *
   * @param realRows real rows that were looked among
   * @param fromSynthetic synthetic rows that were looked from
   * @param fromReal real rows that were looked from
   */
  record SampledRows(int realRows, int fromSynthetic, int fromReal) implements Finding {}

  /**
   * A sentence that an earlier version wrote.
   *
   * @param text the sentence
   */
  record OldSentence(String text) implements Finding {
    /** A finding from a file with {@code kind} in it. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public OldSentence {}

    /** Returns the finding that a sentence of an earlier version is. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OldSentence of(String text) {
      return new OldSentence(text);
    }
  }
}
