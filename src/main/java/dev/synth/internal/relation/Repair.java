package dev.synth.internal.relation;

import dev.synth.base.RandomStream;
import dev.synth.internal.relation.number.NearestNumber;
import dev.synth.internal.relation.number.NumberTable;
import dev.synth.table.CellForm;
import dev.synth.table.DurationForm;
import dev.synth.table.NumberForm;
import dev.synth.table.OffsetForm;
import dev.synth.table.TimeForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Makes drawn rows keep relations, as far as that can be done without inventing values. */
final class Repair {
  private final NumberTable grid;
  private final List<Relation> relations;
  private final BitSet complete;
  private final RandomStream stream;
  private final BitSet targets = new BitSet();

  /**
   * A repair of rows.
   *
   * @param complete the computed columns whose every cell is what is computed, missing ones too
   * @param stream decides which drawn cell fills a gap
   */
  Repair(NumberTable grid, List<Relation> relations, BitSet complete, RandomStream stream) {
    this.grid = grid;
    this.relations = relations;
    this.complete = complete;
    this.stream = stream;
    of(Relation.Derived.class).forEach(derived -> targets.set(derived.target()));
  }

  private <T extends Relation> List<T> of(Class<T> type) {
    return relations.stream().filter(type::isInstance).map(type::cast).toList();
  }

  void run() {
    of(Relation.Together.class).forEach(this::join);
    of(Relation.MissingWith.class).forEach(this::blank);
    of(Relation.Stepped.class).forEach(this::round);
    roundToForms();
    order(of(Relation.Ordered.class));
    of(Relation.Codes.class).forEach(this::snap);
    List<Relation.Derived> derived = Search.inOrder(relations);
    derived.forEach(this::compute);
    List<Relation.Seasonal> seasonal = of(Relation.Seasonal.class);
    List<Relation.Fixed> fixed = of(Relation.Fixed.class);
    if (!fixed.isEmpty() || !seasonal.isEmpty()) {
      seasonal.forEach(this::turn);
      fixed.forEach(this::fix);
      derived.forEach(this::compute);
    }
  }

  /**
   * The first column says whether the cells are missing. A cell that lacks takes the value of
   * another drawn row, one with the same first cell if there is any; where no row has one, all
   * cells of the row are missing.
   */
  private void join(Relation.Together together) {
    int first = together.columns().getFirst();
    for (int column : together.columns().subList(1, together.columns().size())) {
      List<Integer> donors = new ArrayList<>();
      List<Integer> gaps = new ArrayList<>();
      for (int row = 0; row < grid.rowCount(); row++) {
        if (grid.isMissing(first, row)) {
          grid.set(column, row, Double.NaN);
        } else {
          (grid.isMissing(column, row) ? gaps : donors).add(row);
        }
      }
      for (int row : gaps) {
        double leading = grid.get(first, row);
        List<Integer> alike =
            donors.stream().filter(donor -> grid.get(first, donor) == leading).toList();
        List<Integer> from = alike.isEmpty() ? donors : alike;
        if (from.isEmpty()) {
          together.columns().forEach(each -> grid.set(each, row, Double.NaN));
        } else {
          grid.set(column, row, grid.get(column, from.get(stream.nextInt(from.size()))));
        }
      }
    }
  }

  private void blank(Relation.MissingWith missing) {
    for (int row = 0; row < grid.rowCount(); row++) {
      if (grid.isMissing(missing.source(), row)) {
        grid.set(missing.target(), row, Double.NaN);
      }
    }
  }

  /** Exchanges values that are the wrong way round; each stays in both columns' ranges. */
  private void order(List<Relation.Ordered> orders) {
    List<Relation.Ordered> free =
        orders.stream()
            .filter(each -> !targets.get(each.low()) && !targets.get(each.high()))
            .toList();
    for (int row = 0; row < grid.rowCount(); row++) {
      boolean isChanged = true;
      for (int pass = 0; isChanged && pass <= free.size(); pass++) {
        isChanged = false;
        for (Relation.Ordered each : free) {
          isChanged |= order(each, row);
        }
      }
    }
  }

  private boolean order(Relation.Ordered order, int row) {
    double low = grid.get(order.low(), row);
    double high = grid.get(order.high(), row);
    if (low > high) {
      low = order.ofLow().floor(grid.get(order.high(), row));
      high = order.ofHigh().ceiling(grid.get(order.low(), row));
    } else if (!(order.strict() && low == high)) {
      return false;
    }
    if (order.strict() && low == high) {
      if (order.ofHigh().above(high) <= order.ofHigh().max()) {
        high = order.ofHigh().above(high);
      } else if (order.ofLow().below(low) >= order.ofLow().min()) {
        low = order.ofLow().below(low);
      } else {
        return false;
      }
    }
    grid.set(order.low(), row, low);
    grid.set(order.high(), row, high);
    return true;
  }

  private void snap(Relation.Codes codes) {
    for (int row = 0; row < grid.rowCount(); row++) {
      double value = grid.get(codes.column(), row);
      if (!Double.isNaN(value)) {
        grid.set(
            codes.column(), row, codes.values().get(NearestNumber.place(codes.values(), value)));
      }
    }
  }

  private void round(Relation.Stepped steps) {
    for (int row = 0; row < grid.rowCount(); row++) {
      double value = grid.get(steps.column(), row);
      if (!Double.isNaN(value)) {
        grid.set(steps.column(), row, steps.nearest(value));
      }
    }
  }

  /** An offset that the month lacks is drawn anew, from those that the month has. */
  private void turn(Relation.Seasonal seasonal) {
    for (int row = 0; row < grid.rowCount(); row++) {
      double time = grid.get(seasonal.times(), row);
      double offset = grid.get(seasonal.offsets(), row);
      if (Double.isNaN(time) || Double.isNaN(offset)) {
        continue;
      }
      List<Double> counts = seasonal.counts().get(Seasons.month(time));
      boolean isThere = offset < counts.size() && counts.get((int) offset) > 0;
      double left = counts.stream().mapToDouble(count -> count).sum();
      if (!isThere && left > 0) {
        left *= stream.nextDouble();
        int drawn = 0;
        while (drawn < counts.size() - 1 && left >= counts.get(drawn)) {
          left -= counts.get(drawn++);
        }
        grid.set(seasonal.offsets(), row, drawn);
      }
    }
  }

  /** Numbers such as {@code 1.2K} have as few digits as people give them. */
  private void roundToForms() {
    for (int column = 0; column < grid.width(); column++) {
      CellForm form = grid.schema().columns().get(column).form();
      boolean isOfNumbers =
          switch (form) {
            case NumberForm numbers -> true;
            case DurationForm durations -> true;
            case CellForm.Fractions fractions -> true;
            case TimeForm times -> false;
            case OffsetForm offsets -> false;
            case CellForm.Plain plain -> false;
          };
      for (int row = 0; row < grid.rowCount() && isOfNumbers; row++) {
        if (!grid.isMissing(column, row)) {
          grid.set(column, row, form.rounded(grid.get(column, row)));
        }
      }
    }
  }

  private void fix(Relation.Fixed fixed) {
    double[] among = fixed.among().stream().mapToDouble(Double::doubleValue).toArray();
    for (int row = 0; row < grid.rowCount(); row++) {
      if (Arrays.binarySearch(among, grid.get(fixed.source(), row)) >= 0) {
        grid.set(fixed.target(), row, fixed.value());
      }
    }
  }

  private void compute(Relation.Derived derived) {
    boolean isComplete = complete.get(derived.target());
    for (int row = 0; row < grid.rowCount(); row++) {
      double value = derived.compute(grid, row);
      boolean isBoth = !Double.isNaN(value) && !grid.isMissing(derived.target(), row);
      if (isComplete || isBoth) {
        grid.set(derived.target(), row, value);
      }
    }
  }
}
