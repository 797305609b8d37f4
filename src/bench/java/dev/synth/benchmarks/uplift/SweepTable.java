package dev.synth.benchmarks.uplift;

import dev.synth.base.Problem;
import dev.synth.benchmarks.uplift.UpliftFigures.Mean;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.experiment.arm.InnerFolds;
import dev.synth.internal.stats.NadeauBengio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of a sweep: what each recipe brings over the first one, mean over sets, and what a
 * choice by folds among them would have brought.
 *
 * @param places the cells that are asked for
 * @param folder where their figures are
 */
record SweepTable(List<UpliftGroup.CellPlace> places, SweepFolder folder) {
  /** The first is left for another that is ahead by more than so many standard errors. */
  private static final List<Double> ERRORS = List.of(0.0, 0.5, 1.0, 2.0);

  /** Finds what a place has. */
  @FunctionalInterface
  private interface Chosen extends Function<UpliftGroup.CellPlace, Optional<Double>> {}

  /** Returns the tables, one a figure, in Markdown. */
  String text(List<SweepRecipe> recipes, List<CellSize> sizes, List<String> figures) {
    StringBuilder out = new StringBuilder();
    for (String figure : figures) {
      Chosen first = place -> figure(place, recipes.getFirst(), figure);
      out.append(PlainText.of("%n%s over %s%n", figure, recipes.getFirst().id()));
      sizes.forEach(size -> out.append(sets(size, first)));
      out.append(PlainText.of("%n| recipe |"));
      sizes.forEach(size -> out.append(' ').append(size.text()).append(" | set by set |"));
      out.append("\n|---|").append("---|---|".repeat(sizes.size())).append('\n');
      for (SweepRecipe recipe : recipes) {
        boolean isFirst = recipe.equals(recipes.getFirst());
        Chosen reference = isFirst ? place -> Optional.of(0.0) : first;
        row(out, recipe.id(), sizes, place -> figure(place, recipe, figure), reference, isFirst);
      }
      if (figure.equals(SweepCell.PRECISION)) {
        for (double errors : ERRORS) {
          row(
              out,
              PlainText.of("chosen in folds, %s errors", errors),
              sizes,
              place -> choice(place, recipes, errors).flatMap(it -> figure(place, it, figure)),
              first,
              false);
        }
      }
    }
    return out.toString();
  }

  /** Returns the sets that a size has figures of, in the order of the cells. */
  private String sets(CellSize size, Chosen first) {
    return PlainText.of(
        "%n%s rare rows: %s%n",
        size.text(),
        places.stream()
            .filter(place -> place.size().equals(size.text()) && first.apply(place).isPresent())
            .map(UpliftGroup.CellPlace::set)
            .distinct()
            .collect(Collectors.joining(", ")));
  }

  private Optional<Double> figure(UpliftGroup.CellPlace place, SweepRecipe recipe, String figure) {
    return figures(place, recipe).map(figures -> figure(place, recipe, figures, figure));
  }

  /** A cell without a figure is of another sweep, or the figure is misspelled. */
  private static double figure(
      UpliftGroup.CellPlace place, SweepRecipe recipe, Map<String, Double> own, String figure) {
    Double value = own.get(figure);
    if (value == null) {
      throw Problem.usage(
          "sweep.csv has no figure '%s' of %s in %s; it has %s",
          figure, recipe.id(), place.text(), String.join(", ", own.keySet()));
    }
    return value;
  }

  private Optional<Map<String, Double>> figures(UpliftGroup.CellPlace place, SweepRecipe recipe) {
    return folder.figures(SweepFolder.key(place.set(), place.size(), place.split(), recipe.id()));
  }

  private void row(
      StringBuilder out,
      String title,
      List<CellSize> sizes,
      Chosen own,
      Chosen reference,
      boolean plain) {
    StringBuilder cells = new StringBuilder();
    boolean any = false;
    for (CellSize size : sizes) {
      Map<String, List<Double>> bySet = new LinkedHashMap<>();
      for (UpliftGroup.CellPlace place : places) {
        Optional<Double> value = own.apply(place);
        Optional<Double> other = reference.apply(place);
        if (place.size().equals(size.text()) && value.isPresent() && other.isPresent()) {
          bySet
              .computeIfAbsent(place.set(), set -> new ArrayList<>())
              .add(value.get() - other.get());
        }
      }
      any |= !bySet.isEmpty();
      cells.append(bySet.isEmpty() ? " | |" : cell(bySet, plain));
    }
    if (any) {
      out.append("| ").append(title).append(" |").append(cells).append('\n');
    }
  }

  private static String cell(Map<String, List<Double>> bySet, boolean plain) {
    Map<String, Double> means = new LinkedHashMap<>();
    bySet.forEach(
        (set, values) ->
            means.put(set, values.stream().mapToDouble(each -> each).average().orElseThrow()));
    Mean mean = new Mean(List.copyOf(means.values()));
    String sets =
        means.values().stream()
            .map(each -> plain ? PlainText.of("%.3f", each) : UpliftSummary.signed(each))
            .collect(Collectors.joining(" "));
    return plain
        ? PlainText.of(" %.3f | %s |", mean.mean(), sets)
        : PlainText.of(
            " %s ± %.3f; %d of %d | %s |",
            UpliftSummary.signed(mean.mean()), mean.halfWidth(), mean.ahead(), means.size(), sets);
  }

  /** Walks down the recipes as {@code auto} does; empty where a fold lacks figures. */
  private Optional<SweepRecipe> choice(
      UpliftGroup.CellPlace place, List<SweepRecipe> recipes, double errors) {
    Optional<SweepRecipe> taken = Optional.empty();
    List<Double> toBeat = List.of();
    for (SweepRecipe recipe : recipes) {
      List<Double> own = inFolds(place, recipe);
      if (own.isEmpty()) {
        continue;
      }
      if (taken.isEmpty()) {
        taken = Optional.of(recipe);
        toBeat = own;
        continue;
      }
      NadeauBengio gain = InnerFolds.gain(toBeat, own);
      if (gain.variance() > 0 && gain.mean() > errors * gain.standardError()) {
        taken = Optional.of(recipe);
        toBeat = own;
      }
    }
    return taken;
  }

  private List<Double> inFolds(UpliftGroup.CellPlace place, SweepRecipe recipe) {
    return figures(place, recipe)
        .map(
            figures ->
                figures.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(SweepCell.FOLD))
                    .map(Map.Entry::getValue)
                    .toList())
        .orElse(List.of());
  }
}
