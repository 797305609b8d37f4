package dev.synth.benchmarks.uplift;

import dev.synth.base.Problem;
import dev.synth.split.Split;
import dev.synth.table.LabelledTable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The sweep over teachers, students and rows of soft labels that decisions quote: every {@link
 * SweepRecipe} is tried on the same splits as the public table, on one half of the sets.
 *
 * <p>Fitted members and drawn rows are kept in the folder of results, so that a further recipe
 * costs its student alone.
 */
final class UpliftSweep {
  private static final String RECIPES = "b,b/bfel,b/bfel/vae-3,r,r/bfel,r/bfel/vae-3,teacher/bfel";

  private final UpliftPlan plan;
  private final List<SweepRecipe> recipes;
  private final UpliftSet.Half half;
  private final boolean folds;
  private final int from;
  private final PrintStream told;

  private UpliftSweep(Map<String, String> arguments, PrintStream told) {
    this.plan = UpliftPlan.of(arguments);
    this.recipes = recipes(arguments);
    this.half = half(arguments);
    this.folds = arguments.containsKey("folds");
    this.from = Integer.parseInt(arguments.getOrDefault("from", "1"));
    this.told = told;
  }

  private static List<SweepRecipe> recipes(Map<String, String> arguments) {
    return Arrays.stream(arguments.getOrDefault("recipes", RECIPES).split(",", -1))
        .map(SweepRecipe::of)
        .toList();
  }

  private static UpliftSet.Half half(Map<String, String> arguments) {
    String name = arguments.getOrDefault("half", "settings").toUpperCase(Locale.ROOT);
    return Arrays.stream(UpliftSet.Half.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.usage("half is settings, goals or simulated"));
  }

  /**
   * Computes what the folder of results lacks, and returns the table.
   *
   * @param arguments those of the public table, and {@code recipes}, separated by commas, {@code
   *     half}, {@code from}, the first split, {@code folds=yes} for students in folds of the
   *     training rows, and {@code figures}
   */
  static String of(Map<String, String> arguments, PrintStream told) throws IOException {
    UpliftSweep sweep = new UpliftSweep(arguments, told);
    SweepFolder folder = new SweepFolder(sweep.plan.out());
    sweep.run(folder);
    List<String> figures =
        Arrays.asList(arguments.getOrDefault("figures", SweepCell.PRECISION).split(",", -1));
    return new SweepTable(sweep.places(), folder).text(sweep.recipes, sweep.plan.sizes(), figures);
  }

  private List<UpliftGroup.CellPlace> places() {
    return sets().stream().flatMap(set -> places(set).stream()).toList();
  }

  private void run(SweepFolder folder) throws IOException {
    for (UpliftSet set : sets()) {
      List<UpliftGroup.CellPlace> wanted =
          places(set).stream().filter(place -> !missing(place, folder).isEmpty()).toList();
      if (!wanted.isEmpty()) {
        LabelledTable rows = set.rows().get();
        for (UpliftGroup.CellPlace place : wanted) {
          compute(place, rows, folder);
        }
      }
    }
  }

  private List<SweepRecipe> missing(UpliftGroup.CellPlace place, SweepFolder folder) {
    return recipes.stream().filter(recipe -> folder.figures(key(place, recipe)).isEmpty()).toList();
  }

  /** Tries what is missing, where the set has rare rows enough for the size and its folds. */
  private void compute(UpliftGroup.CellPlace place, LabelledTable rows, SweepFolder folder)
      throws IOException {
    OptionalInt rare = new CellSize(place.size()).of(rows);
    if (rare.isEmpty()) {
      return;
    }
    Split split = CellSplit.of(rows, rare.getAsInt(), place.seeds());
    SweepCell cell = new SweepCell(split, place, plan.out().resolve("kept"), folds);
    if (cell.hasFolds()) {
      for (SweepRecipe recipe : missing(place, folder)) {
        folder.append(key(place, recipe), cell.figures(recipe));
      }
    }
    told.println(place.text());
  }

  private static UpliftKey key(UpliftGroup.CellPlace place, SweepRecipe recipe) {
    return SweepFolder.key(place.set(), place.size(), place.split(), recipe.id());
  }

  private List<UpliftSet> sets() {
    return UpliftSet.all(plan.data()).stream()
        .filter(set -> set.half() == half && plan.has(set))
        .toList();
  }

  private List<UpliftGroup.CellPlace> places(UpliftSet set) {
    List<UpliftGroup.CellPlace> places = new ArrayList<>();
    for (CellSize size : plan.sizes()) {
      for (int split = from; split < from + plan.splits(); split++) {
        places.add(new UpliftGroup.CellPlace(set.title(), size.text(), split));
      }
    }
    return places;
  }
}
