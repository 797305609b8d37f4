package dev.synth.compare;

import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Evaluation;
import dev.synth.internal.base.PlainText;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The repeats' evaluations by arm and classifier, which are the same in all repeats. Arms that
 * failed in any repeat are left aside.
 */
public final class RepeatTable {
  private record Key(int repeat, Arm arm, String classifier) {}

  private final List<RepeatResult> repeats;
  private final List<Arm> arms;
  private final List<String> classifiers;
  private final Set<Arm> failed = new LinkedHashSet<>();
  private final Map<Key, Evaluation> evaluations = new HashMap<>();

  /**
   * Orders the results.
   *
   * @throws IllegalArgumentException if there are none, or they don't fit each other, or an arm's
   *     reference is not among them
   */
  public RepeatTable(List<RepeatResult> repeats) {
    if (repeats.isEmpty()) {
      throw new IllegalArgumentException("no repeat is finished");
    }
    this.repeats = List.copyOf(repeats);
    for (RepeatResult repeat : repeats) {
      repeat.troubles().stream()
          .filter(ArmTrouble::failed)
          .forEach(trouble -> failed.add(trouble.arm()));
    }
    Set<Arm> seenArms = new LinkedHashSet<>();
    Set<String> seenClassifiers = new LinkedHashSet<>();
    for (Evaluation evaluation : repeats.getFirst().evaluations()) {
      seenArms.add(evaluation.arm());
      seenClassifiers.add(evaluation.classifier());
    }
    seenArms.removeAll(failed);
    this.arms = List.copyOf(seenArms);
    this.classifiers = List.copyOf(seenClassifiers);
    for (RepeatResult repeat : repeats) {
      add(repeat);
    }
    for (Arm arm : arms) {
      if (!seenArms.contains(arm.reference())) {
        throw new IllegalArgumentException(
            PlainText.of("arms %s lack '%s'", arms, arm.reference()));
      }
    }
  }

  private void add(RepeatResult repeat) {
    List<Evaluation> own =
        repeat.evaluations().stream().filter(each -> !failed.contains(each.arm())).toList();
    if (own.size() != arms.size() * classifiers.size()) {
      throw new IllegalArgumentException(
          PlainText.of(
              "repeat %d has %d evaluations of %d arms × %d classifiers",
              repeat.repeat(), own.size(), arms.size(), classifiers.size()));
    }
    for (Evaluation evaluation : own) {
      Key key = new Key(repeat.repeat(), evaluation.arm(), evaluation.classifier());
      evaluations.put(key, evaluation);
    }
  }

  /** The results, in order. */
  public List<RepeatResult> repeats() {
    return repeats;
  }

  /** The arms that failed in any repeat. */
  public Set<Arm> failed() {
    return failed;
  }

  /** All other arms, in the order of the first repeat. */
  public List<Arm> arms() {
    return arms;
  }

  /** The arms that get a verdict. */
  public List<Arm> judged() {
    return arms.stream().filter(Arm::judged).toList();
  }

  /** All classifiers, in the order of the first repeat. */
  public List<String> classifiers() {
    return classifiers;
  }

  /** One repeat's evaluation of an arm and classifier. */
  public Evaluation evaluation(int repeat, Arm arm, String classifier) {
    Evaluation found = evaluations.get(new Key(repeat, arm, classifier));
    if (found == null) {
      throw new IllegalArgumentException(
          PlainText.of("repeat %d lacks arm '%s' with %s", repeat, arm.label(), classifier));
    }
    return found;
  }

  /** Every repeat's evaluation of an arm and classifier. */
  public List<Evaluation> evaluations(Arm arm, String classifier) {
    List<Evaluation> all = new ArrayList<>();
    for (RepeatResult repeat : repeats) {
      all.add(evaluation(repeat.repeat(), arm, classifier));
    }
    return all;
  }

  /** Test rows to a training row, on average over the repeats, for a number of real rare rows. */
  public double testToTraining(RareRows rareRows) {
    double test = repeats.stream().mapToLong(r -> r.sizes().testRows()).sum();
    double training =
        repeats.stream().mapToLong(r -> r.sizes().withRareTraining(rareRows).trainingRows()).sum();
    return test / training;
  }

  /**
   * Validation rows over all rows: the share of its validation rows that a repeat expects in
   * another.
   */
  public double validationShare() {
    double validation = repeats.stream().mapToLong(r -> r.sizes().validationRows()).sum();
    double others =
        repeats.stream()
            .mapToLong(r -> (long) r.sizes().trainingRows() + r.sizes().testRows())
            .sum();
    return validation / (validation + others);
  }

  /**
   * Returns the number of real rare training rows that are kept; of all of them the mean number,
   * rounded.
   */
  public int trainingRare(RareRows rareRows) {
    return switch (rareRows) {
      case RareRows.All all ->
          (int)
              Math.round(
                  repeats.stream().mapToInt(r -> r.sizes().trainingRare()).average().orElse(0));
      case RareRows.AtMost some -> some.count();
    };
  }

  /** The mean number of rare test rows. */
  public double testRare() {
    return repeats.stream().mapToInt(r -> r.sizes().testRare()).average().orElse(0);
  }
}
