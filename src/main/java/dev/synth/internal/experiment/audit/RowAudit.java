package dev.synth.internal.experiment.audit;

import dev.synth.base.Context;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.holdout.HeldOutIndex;
import dev.synth.internal.table.RowKeys;
import dev.synth.split.Split;
import dev.synth.split.SplitOptions;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the row files of a run against the split that its config and data give. */
final class RowAudit {
  private final ExperimentConfig config;
  private final LabelledTable data;
  private final Split split;
  private final Context context;
  private final List<String> columns;
  private final HeldOutIndex heldOut;
  private final Map<String, Integer> training;

  /** The rows of the other class that stand once in the data: learned from, and not. */
  private final Set<String> learned = new HashSet<>();

  private final Set<String> unseen = new HashSet<>();
  private final List<String> alarms = new ArrayList<>();

  RowAudit(ExperimentConfig config, LabelledTable data, Split split, Context context) {
    this.config = config;
    this.data = data;
    this.split = split;
    this.context = context;
    this.columns = split.training().rows().features().schema().names();
    this.heldOut = HeldOutIndex.of(split);
    this.training = counts(RowKeys.of(split.training().rows().features(), columns));
    List<String> all = RowKeys.of(data.features(), columns);
    Map<String, Integer> times = counts(all);
    for (int row = 0; row < all.size(); row++) {
      String key = all.get(row);
      if (!data.rareRows().get(row) && times.getOrDefault(key, 0) == 1) {
        (training.containsKey(key) ? learned : unseen).add(key);
      }
    }
  }

  /** Returns what is wrong with the run's row files, a sentence each. */
  List<String> alarms(StoredRows joined, Path augmented, Path synthetic) {
    checkReal(RowKeys.of(joined.real(), columns), augmented);
    List<String> added = RowKeys.of(joined.synthetic(), columns);
    checkSynthetic(added, augmented);
    checkCopies(added, augmented);
    Table rows =
        StoredRows.rows(synthetic, config, split.training().rows().features().schema(), context);
    List<String> drawn = RowKeys.of(rows, columns);
    checkSynthetic(drawn, synthetic);
    checkCopies(drawn, synthetic);
    return alarms;
  }

  private void checkReal(List<String> keys, Path file) {
    Map<String, Integer> left = new HashMap<>(training);
    int heldOutRows = 0;
    int strangers = 0;
    for (String key : keys) {
      if (left.merge(key, -1, Integer::sum) < 0) {
        boolean known = heldOut.contain(key);
        heldOutRows += known ? 1 : 0;
        strangers += known ? 0 : 1;
      }
    }
    alarm(heldOutRows, "%s: %d rows that are called real training rows are held out", file);
    alarm(strangers, "%s: %d rows that are called real are no training rows of this split", file);
    alarm(
        split.training().rowCount() - (keys.size() - heldOutRows - strangers),
        "%s: %d training rows are missing",
        file);
  }

  /**
   * Some synthetic rows may meet held-out rows by chance: as many as real rare rows that meet
   * another row of the data, three standard errors more, and one.
   */
  private void checkSynthetic(List<String> keys, Path file) {
    int met = 0;
    for (String key : keys) {
      met += heldOut.contain(key) && !training.containsKey(key) ? 1 : 0;
    }
    double chance = keys.size() * shareOfRareRowsThatMeetAnother();
    if (met > chance + 3 * Math.sqrt(chance) + 1) {
      alarm(
          met,
          "%s: %d synthetic rows equal a held-out row and no training row, more than by chance",
          file);
    }
  }

  /**
   * Synthetic rows are drawn as rare ones, whatever a teacher calls them. By chance they meet rows
   * of the other class that were learned from as often as such that were not, where each stands
   * once: as many more as there are more of them, three standard errors, and one. Rows of few
   * levels are drawn again and again, so that each counts once. By time they may well be closer to
   * the rows before.
   */
  private void checkCopies(List<String> keys, Path file) {
    if (config.split().method() == SplitOptions.Method.TIME || unseen.isEmpty()) {
      return;
    }
    Set<String> different = new HashSet<>(keys);
    long copies = different.stream().filter(learned::contains).count();
    long met = different.stream().filter(unseen::contains).count();
    double ratio = (double) learned.size() / unseen.size();
    double chance = ratio * (met + 1);
    if (copies > chance + 3 * Math.sqrt(chance * (1 + ratio)) + 1) {
      alarms.add(
          PlainText.of(
              "%s: %d different synthetic rows equal a training row of the other class, and %d a"
                  + " row of it that nobody learned from: more than by chance",
              file.getFileName(), copies, met));
    }
  }

  private double shareOfRareRowsThatMeetAnother() {
    List<String> keys = RowKeys.of(data.features(), columns);
    Map<String, Integer> all = counts(keys);
    long met =
        data.rareRows().stream().filter(row -> all.getOrDefault(keys.get(row), 0) > 1).count();
    return (double) met / data.rareCount();
  }

  private static Map<String, Integer> counts(List<String> keys) {
    Map<String, Integer> counts = new HashMap<>();
    keys.forEach(key -> counts.merge(key, 1, Integer::sum));
    return counts;
  }

  private void alarm(int rows, String sentence, Path file) {
    if (rows > 0) {
      alarms.add(PlainText.of(sentence, file.getFileName(), rows));
    }
  }
}
