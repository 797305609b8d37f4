package dev.synth.internal.experiment.grid;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The cells that share a fitted generator: one repeat, one number of real rare rows, one source.
 *
 * <p>Each cell is a pure function of config, data, seeds and its place in the grid.
 *
 * @param repeat from 1
 * @param rareRows how many real rare rows are kept
 * @param source where the added rows come from
 * @param classifiers the classifiers' names, in order
 * @param place the name of its place in the grid; a pick keeps that of what picks
 */
public record GridUnit(
    int repeat, RareRows rareRows, Source source, List<String> classifiers, String place) {
  /**
   * One cell: an arm and a classifier.
   *
   * @param key the cell's place in the grid, as part of a file's name
   */
  public record Cell(String key, ArmPlan arm, String classifier) {}

  public GridUnit {
    classifiers = List.copyOf(classifiers);
  }

  /** A unit whose place is that of its source. */
  public GridUnit(int repeat, RareRows rareRows, Source source, List<String> classifiers) {
    this(repeat, rareRows, source, classifiers, source.stream());
  }

  /** Returns whether it is picked inside the training rows what is done with them. */
  public boolean isPicked() {
    return source.arms().getFirst().isPicked();
  }

  /** Returns the same cells, in the same place, with what was picked for them. */
  GridUnit with(Source picked) {
    return new GridUnit(repeat, rareRows, picked, classifiers, place);
  }

  /** Returns the unit's cells, arm by arm. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (ArmPlan arm : source.arms()) {
      for (String classifier : classifiers) {
        cells.add(cell(arm, classifier));
      }
    }
    return cells;
  }

  /** Returns one cell. */
  Cell cell(ArmPlan arm, String classifier) {
    return new Cell(
        PlainText.of("%s.%s.%s", key(), plain(arm.arm().label()), classifier), arm, classifier);
  }

  /** Returns the unit's place in the grid, as part of a file's name. */
  public String key() {
    return PlainText.of("%04d.%s.%s", repeat, rareRows.text(), plain(place));
  }

  /**
   * Keeps letters, digits, dots and dashes; all else becomes its code, so that names stay apart.
   */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
      plain.append(kept ? String.valueOf(c) : String.format(Locale.ROOT, "_%02x", (int) c));
    }
    return plain.toString();
  }
}
