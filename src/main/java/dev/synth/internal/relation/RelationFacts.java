package dev.synth.internal.relation;

import dev.synth.internal.relation.number.NumberTable;
import dev.synth.internal.rule.Rule;
import dev.synth.rule.RelationOptions;
import dev.synth.split.Training;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The facts about the relations of training rows.
 *
 * @param rules the relations that rows keep, in the language of row rules
 * @param codes the columns of codes
 * @param ofRare what holds in the rare rows alone
 * @param unsearched searches that were cut short, since the columns are many
 * @param unknown relations that the user ignores and that were not found
 */
public record RelationFacts(
    List<String> rules,
    List<String> codes,
    List<OfRare> ofRare,
    List<Unsearched> unsearched,
    List<String> unknown) {
  /** The number of rare rows below which nothing is said. */
  private static final int LEAST_RARE = 50;

  /**
   * The least share of other rows that break a relation of the rare ones; a relation that nearly
   * all rows keep says nothing of the rare ones.
   */
  private static final double LEAST_SHARE = 0.05;

  /**
   * A relation that all rare rows keep and others break.
   *
   * @param rule the relation
   * @param brokenShare the share of the other class's rows that break it, in (0, 1]
   */
  public record OfRare(String rule, double brokenShare) {}

  /** Searches that many columns make too long. */
  public enum Topic {
    SUMS_AND_PRODUCTS,
    SUMS_OF_FOUR,
    SUMS_OF_FIVE,
    TIMES,
    MISSING_TOGETHER
  }

  /**
   * A search among the first columns alone.
   *
   * @param topic what was looked for
   * @param among how many columns were looked at
   * @param of how many there are
   */
  public record Unsearched(Topic topic, int among, int of) {}

  public RelationFacts {
    rules = List.copyOf(rules);
    codes = List.copyOf(codes);
    ofRare = List.copyOf(ofRare);
    unsearched = List.copyOf(unsearched);
    unknown = List.copyOf(unknown);
  }

  /** Returns the facts of training rows. */
  public static RelationFacts of(Training training, RelationOptions options) {
    Relations relations = Relations.learn(training, options);
    return new RelationFacts(
        relations.ruleLines(),
        List.copyOf(relations.codes()),
        options instanceof RelationOptions.Off ? List.of() : ofRare(training),
        relations.unsearched(),
        unknown(training, options));
  }

  private static List<String> unknown(Training training, RelationOptions options) {
    if (!(options instanceof RelationOptions.Ignore ignore)) {
      return List.of();
    }
    Set<String> found = new HashSet<>();
    Relations.learn(training, RelationOptions.defaults())
        .rules()
        .forEach(rule -> found.add(RuleText.canonical(rule)));
    return ignore.rules().stream()
        .filter(rule -> !found.contains(RuleText.canonical(rule)))
        .toList();
  }

  private static List<OfRare> ofRare(Training training) {
    List<OfRare> facts = new ArrayList<>();
    Table rare = training.rare();
    if (rare.rowCount() < LEAST_RARE) {
      return facts;
    }
    BitSet all = new BitSet();
    all.set(0, rare.rowCount());
    Evidence evidence = new Evidence(rare.rowCount(), all, LEAST_RARE, LEAST_RARE);
    Search search = Search.run(NumberTable.of(rare), evidence, Set.of());
    Table others =
        training
            .rows()
            .features()
            .rows(
                IntStream.range(0, training.rowCount())
                    .filter(row -> !training.rows().isRare(row))
                    .toArray());
    for (Relation relation : search.found()) {
      if (!(relation instanceof Relation.Codes)) {
        int broken = Rule.learn(relation.rule(), rare).broken(others).cardinality();
        if (broken >= LEAST_SHARE * others.rowCount() && broken > 0) {
          facts.add(new OfRare(relation.rule(), (double) broken / others.rowCount()));
        }
      }
    }
    return facts;
  }
}
