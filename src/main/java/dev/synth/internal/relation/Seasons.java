package dev.synth.internal.relation;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.rule.TimePart;
import dev.synth.table.OffsetForm;
import dev.synth.table.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds columns of offsets that depend on the month, as those of summer time do: CEST is no offset
 * of a time in January.
 */
final class Seasons {
  private static final int MONTHS = 12;

  /**
   * A month lacks an offset for a reason where so many of its rows would have it by chance: with
   * ten, it lacks it by chance once in e¹⁰ = 22,000 times.
   */
  private static final double LEAST_EXPECTED = 10;

  private final Search search;

  private Seasons(Search search) {
    this.search = search;
  }

  static void find(Search search) {
    Schema schema = search.grid.schema();
    for (ColumnFacts offsets : search.free(column -> column.kind == ColumnFacts.Kind.LEVEL)) {
      if (schema.columns().get(offsets.index).form() instanceof OffsetForm form) {
        OptionalInt times = schema.find(form.times());
        if (times.isPresent()) {
          new Seasons(search).look(search.facts.get(times.getAsInt()), offsets);
        }
      }
    }
  }

  private void look(ColumnFacts times, ColumnFacts offsets) {
    double[][] counts = new double[MONTHS][search.grid.levels(offsets.index).size()];
    for (int row = 0; row < times.values.length; row++) {
      if (!Double.isNaN(times.values[row]) && !Double.isNaN(offsets.values[row])) {
        counts[month(times.values[row])][(int) offsets.values[row]]++;
      }
    }
    boolean[][] lacks = lacking(counts);
    Evidence evidence = search.evidence;
    if (evidence.isEnough(times, offsets)
        && evidence.wouldBreak(
            row -> {
              double time = times.values[evidence.shuffled(times.index, row)];
              double offset = offsets.values[evidence.shuffled(offsets.index, row)];
              return !Double.isNaN(time)
                  && !Double.isNaN(offset)
                  && lacks[month(time)][(int) offset];
            })) {
      List<List<Double>> all = new ArrayList<>();
      for (double[] month : counts) {
        all.add(Arrays.stream(month).boxed().toList());
      }
      String rule =
          PlainText.of(
              "month(%s) -> %s", search.text.name(times.index), search.text.name(offsets.index));
      search.add(new Relation.Seasonal(rule, times.index, offsets.index, all));
    }
  }

  private static boolean[][] lacking(double[][] counts) {
    double[] ofOffset = new double[counts[0].length];
    double all = 0;
    for (double[] month : counts) {
      for (int i = 0; i < month.length; i++) {
        ofOffset[i] += month[i];
        all += month[i];
      }
    }
    boolean[][] lacks = new boolean[MONTHS][ofOffset.length];
    for (int month = 0; month < MONTHS; month++) {
      double ofMonth = Arrays.stream(counts[month]).sum();
      for (int i = 0; i < ofOffset.length; i++) {
        lacks[month][i] = counts[month][i] == 0 && ofMonth * ofOffset[i] >= LEAST_EXPECTED * all;
      }
    }
    return lacks;
  }

  /** Returns the month of a time, from 0. */
  static int month(double micros) {
    return (int) TimePart.MONTH.of(micros) - 1;
  }
}
