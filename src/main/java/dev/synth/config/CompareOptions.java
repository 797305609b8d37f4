package dev.synth.config;

import dev.synth.augment.Labels;
import dev.synth.base.InvalidValue;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import dev.synth.generate.ForestOptions;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.MgsOptions;
import dev.synth.generate.VaeOptions;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Options of {@code synth compare}: every generator at every ratio, on every number of real rare
 * rows.
 */
public record CompareOptions(
    @Setting(
            value =
                "The generators: kinds, or blocks with options such as `{kind: vae, steps: 500}`;"
                    + " one kind may come several times with different options.",
            required = true)
        List<GeneratorOptions> generators,
    @Setting("Frauds : normals after the augmentation, each in (0, 10].") List<Double> ratios,
    @Setting(
            "How many real rare training rows are kept: whole numbers of at least 8, or `all`."
                + " Smaller numbers are parts of larger ones. With two or more, a report says how"
                + " many real rows the synthetic ones replace.")
        List<RareRows> rareRows,
    @Setting("What synthetic rows are called: one or both of `hard` and `soft`.")
        List<Labels> labels) {
  public CompareOptions {
    generators = List.copyOf(generators);
    ratios = List.copyOf(ratios);
    rareRows = List.copyOf(rareRows);
    labels = List.copyOf(labels);
    InvalidValue.unless(
        !generators.isEmpty() && distinct(generators),
        "generators",
        "must be one or more, none of them twice",
        generators.stream().map(GeneratorOptions::kind).toList());
    InvalidValue.unless(
        !ratios.isEmpty()
            && distinct(ratios)
            && ratios.stream().allMatch(ratio -> ratio > 0 && ratio <= 10),
        "ratios",
        "must be one or more numbers in (0, 10], none of them twice",
        ratios);
    InvalidValue.unless(
        !rareRows.isEmpty() && distinct(rareRows),
        "rareRows",
        "must be one or more of 'all' and whole numbers of at least 8, none of them twice",
        rareRows.stream().map(RareRows::text).toList());
    InvalidValue.unless(
        !labels.isEmpty() && distinct(labels),
        "labels",
        "must be one or both of hard and soft, none of them twice",
        labels.stream().map(each -> each.equals(Labels.HARD) ? "hard" : "soft").toList());
  }

  /** Returns a comparison of generators at the usual ratios, on all real rare rows. */
  public static CompareOptions of(List<GeneratorOptions> generators) {
    return new CompareOptions(
        generators, List.of(0.1, 0.5), List.of(RareRows.ALL), List.of(Labels.HARD));
  }

  /**
   * Returns the generators that stand beside the config's own where it names none. They are one
   * that moves real rows, a network and a forest, each with its defaults.
   */
  static CompareOptions beside(GeneratorOptions own) {
    List<GeneratorOptions> generators = new ArrayList<>(List.of(own));
    Stream.of(MgsOptions.defaults(), VaeOptions.defaults(), ForestOptions.defaults())
        .filter(other -> !other.kind().equals(own.kind()))
        .forEach(generators::add);
    return of(generators);
  }

  /** Returns a comparison of the usual generator with what is free; a config must name its own. */
  public static CompareOptions defaults() {
    return of(List.of(VaeOptions.defaults()));
  }

  private static boolean distinct(List<?> values) {
    return new LinkedHashSet<>(values).size() == values.size();
  }

  /** Returns the same with {@code generators} changed. */
  public CompareOptions withGenerators(List<GeneratorOptions> generators) {
    return Records.with(this, "generators", generators);
  }

  /** Returns the same with {@code ratios} changed. */
  public CompareOptions withRatios(List<Double> ratios) {
    return Records.with(this, "ratios", ratios);
  }

  /** Returns the same with {@code labels} changed. */
  public CompareOptions withLabels(List<Labels> labels) {
    return Records.with(this, "labels", labels);
  }

  /** Returns the same with {@code rareRows} changed. */
  public CompareOptions withRareRows(List<RareRows> rareRows) {
    return Records.with(this, "rareRows", rareRows);
  }
}
