package dev.synth.internal.compare;

import dev.synth.evaluate.Addition;
import dev.synth.evaluate.Arm;
import dev.synth.internal.base.PlainText;
import dev.synth.split.RareRows;

/**
 * The place in {@code runs.csv} where a result belongs; two lines of one place are one too many.
 *
 * @param repeat the repeat, from 1
 * @param arm the arm's name
 * @param plan what joins the real rows
 * @param rareRows how many real rare rows are kept
 * @param classifier the classifier's name
 */
public record ResultKey(
    int repeat, String arm, Addition plan, RareRows rareRows, String classifier) {
  /** Returns the place of an arm's result. */
  public static ResultKey of(int repeat, Arm arm, String classifier) {
    return new ResultKey(repeat, arm.name(), arm.plan(), arm.rareRows(), classifier);
  }

  /** Returns whether it is a result of an arm. */
  public boolean isOf(Arm other) {
    return equals(of(repeat, other, classifier));
  }

  /** Returns the same place in another repeat. */
  public ResultKey in(int other) {
    return new ResultKey(other, arm, plan, rareRows, classifier);
  }

  /** Such as: repeat 2, arm vae (ratio 0.1), all rare rows, random-forest. */
  public String describe() {
    String title = plan.equals(Addition.NOTHING) ? arm : PlainText.of("%s (%s)", arm, plan.text());
    return PlainText.of(
        "repeat %d, arm %s, %s, %s", repeat, title, rareRows.describe(), classifier);
  }
}
