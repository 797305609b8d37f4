package dev.synth.internal.relation;

import dev.synth.rule.RelationOptions;
import dev.synth.split.Training;
import java.util.List;

/** The rules that are learned from small tables. */
final class LearnedRules {
  static final int ROWS = 400;

  private LearnedRules() {}

  static List<String> rules(RelatedTables table) {
    return rules(table.training(), RelationOptions.defaults());
  }

  static List<String> rules(Training training, RelationOptions options) {
    return Relations.learn(training, options).rules();
  }

  static RelatedTables table() {
    return new RelatedTables(ROWS);
  }
}
