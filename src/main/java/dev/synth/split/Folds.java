package dev.synth.split;

import dev.synth.base.Seeds;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Rows cut into folds. Training and validation rows together choose a threshold, where there are
 * too few validation rows for it. Training rows alone choose how they are augmented.
 *
 * <p>What a random split keeps together, equal rows and groups, stays in one fold.
 */
public final class Folds {
  /** The splitter's limit for rows to learn from; with fewer in a fold, nothing is chosen. */
  public static final int FEWEST_RARE = 8;

  /**
   * One fold.
   *
   * @param training the rows of all other folds, to learn from
   * @param heldBack the fold's own rows, to score
   */
  public record Fold(Training training, LabelledTable heldBack) {
    /** Returns whether {@link Folds#isEnough} holds. */
    public boolean isEnough() {
      return Folds.isEnough(training.rareCount(), heldBack);
    }
  }

  private Folds() {}

  /** Returns whether a fold has rare rows enough to learn from, and both classes to judge by. */
  public static boolean isEnough(int rareToLearnFrom, LabelledTable heldBack) {
    return rareToLearnFrom >= FEWEST_RARE
        && heldBack.rareCount() > 0
        && heldBack.rareCount() < heldBack.rowCount();
  }

  /**
   * Cuts rows into stratified folds.
   *
   * @param training the training rows of a random split, or some of them
   * @param validation the validation rows of the same split
   * @param count how many folds, at least 2
   * @param seeds where the stream {@code folds} comes from
   */
  public static List<Fold> of(
      Training training, HeldOut<HeldOut.Validation> validation, int count, Seeds seeds) {
    LabelledTable all = training.rows().followedBy(HeldOut.validationRows(validation));
    return cut(all, concatenated(training.blocks(), validation.blocks()), count, seeds);
  }

  /** Returns the training and the validation rows of one split as rows to learn from. */
  public static Training together(Training training, HeldOut<HeldOut.Validation> validation) {
    return new Training(
        training.rows().followedBy(HeldOut.validationRows(validation)),
        concatenated(training.blocks(), validation.blocks()));
  }

  /**
   * Cuts training rows alone into stratified folds, to choose inside them. Those of a time split
   * are cut forward. A fold is scored by what learned from the rows before it. The earlier half of
   * the rare rows is in no fold.
   *
   * @param training the training rows of a split, or some of them
   * @param count how many folds, at least 2
   * @param seeds where the stream {@code folds} comes from
   */
  public static List<Fold> inside(Training training, int count, Seeds seeds) {
    RowTimes times = training.times();
    return times == null
        ? cut(training.rows(), training.blocks(), count, seeds)
        : times.folds(training.rows(), training.blocks(), count);
  }

  /**
   * Returns training rows, and after them those that each fold holds back once more, with soft
   * labels. A classifier learns from these what a teacher says that had not learned from the row.
   *
   * @param folds all folds of the training rows
   * @param labels one a row that is held back, fold after fold
   * @throws IllegalArgumentException if there are more labels, or fewer
   */
  public static Augmented again(Training training, List<Fold> folds, SoftLabels labels) {
    Table all = folds.getFirst().heldBack().features();
    for (Fold fold : folds.subList(1, folds.size())) {
      all = all.followedBy(fold.heldBack().features());
    }
    return training.plus(new Synthetic(all), labels);
  }

  private static List<Fold> cut(LabelledTable all, int[] blocks, int count, Seeds seeds) {
    double[] shares = new double[count];
    Arrays.fill(shares, 1.0 / count);
    int[] sides =
        new StratifiedSides(all, shares, seeds.stream("folds")).choose(all, components(blocks));
    List<Fold> folds = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      int own = fold;
      int[] inside = IntStream.range(0, sides.length).filter(row -> sides[row] != own).toArray();
      int[] outside = IntStream.range(0, sides.length).filter(row -> sides[row] == own).toArray();
      int[] blocksInside = Arrays.stream(inside).map(row -> blocks[row]).toArray();
      folds.add(new Fold(new Training(all.rows(inside), blocksInside), all.rows(outside)));
    }
    return List.copyOf(folds);
  }

  private static int[] concatenated(int[] first, int[] second) {
    int[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static Components components(int[] blocks) {
    Components components = new Components(blocks.length);
    Map<Integer, Integer> firstOfBlock = new HashMap<>();
    for (int row = 0; row < blocks.length; row++) {
      Integer first = firstOfBlock.putIfAbsent(blocks[row], row);
      if (first != null) {
        components.join(row, first);
      }
    }
    return components;
  }
}
