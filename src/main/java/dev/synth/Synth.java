package dev.synth;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.compare.Comparison;
import dev.synth.compare.PrimaryContrast;
import dev.synth.config.ExperimentConfig;
import dev.synth.experiment.Experiment;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorOptions;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.generate.draw.AcceptedRows;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.internal.relation.Relations;
import dev.synth.internal.report.wording.VerdictSentence;
import dev.synth.internal.report.wording.reading.ReadingSentence;
import dev.synth.internal.table.read.TableReader;
import dev.synth.internal.validate.Validator;
import dev.synth.rule.RelationOptions;
import dev.synth.run.RunFile;
import dev.synth.run.RunResult;
import dev.synth.split.HeldOut;
import dev.synth.split.RowRules;
import dev.synth.split.Split;
import dev.synth.split.SplitOptions;
import dev.synth.split.Splitter;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.DataOptions;
import dev.synth.table.LoadedData;
import dev.synth.table.reading.ReadingNote;
import dev.synth.validate.ValidationOptions;
import dev.synth.validate.ValidationReport;
import java.nio.file.Path;
import java.util.List;

/**
 * The entry point of the library: configs, tables, splits, generators, validation, and the verdict
 * of a run.
 *
 * <p>{@link Experiment} runs whole experiments. What users can put right is thrown as a {@link
 * Problem}; any other exception is a bug.
 */
public final class Synth {
  private Synth() {}

  /**
   * Loads a config.
   *
   * @param file a YAML file
   * @param overrides as {@code --set} takes them, such as {@code evaluation.repeats=3}
   * @throws Problem with all mistakes at once
   */
  public static ExperimentConfig config(Path file, String... overrides) {
    return ConfigLoader.load(file, List.of(overrides));
  }

  /**
   * Reads a config from its text.
   *
   * @param yaml the text
   * @param overrides as {@code --set} takes them
   * @throws Problem with all mistakes at once
   */
  public static ExperimentConfig parse(String yaml, String... overrides) {
    return ConfigLoader.parse(yaml, "the config", List.of(overrides));
  }

  /**
   * Reads a table and sets its label apart.
   *
   * @return the rows, the files that they came from, and what reading them found
   * @throws Problem if a file is missing or malformed, or a class has no rows
   */
  public static LoadedData read(DataOptions options, Context context) {
    return TableReader.read(options, context);
  }

  /**
   * Cuts rows into training, validation and test rows, at random, by groups or by time.
   *
   * @param rows the table
   * @param data the options that the table was read by, whose columns of time and group count too
   * @param options the method and the shares of the parts
   * @param context whose seeds draw the sides of a random split; a time split draws nothing
   * @throws Problem if a part would have too few rows of a class
   */
  public static Split split(
      LoadedData rows, DataOptions data, SplitOptions options, Context context) {
    return options.method() == SplitOptions.Method.TIME
        ? Splitter.splitAt(rows.rows(), options, data.time(), data.group(), 1)
        : Splitter.split(rows.rows(), options, data.time(), data.group(), context.seeds());
  }

  /**
   * Fits a generator to training rows. Its rows keep the relations that hold in all of them.
   *
   * @param options the kind and its settings, such as {@code VaeOptions.defaults()}
   * @throws Problem if there are too few rare rows for the kind
   */
  public static Generator fit(GeneratorOptions options, Training training, Context context) {
    return fit(options, RelationOptions.defaults(), training, context);
  }

  /**
   * Fits a generator to training rows.
   *
   * @param relations which of the relations that hold in all training rows its rows keep
   * @throws Problem if there are too few rare rows for the kind
   */
  public static Generator fit(
      GeneratorOptions options, RelationOptions relations, Training training, Context context) {
    Relations found = Relations.learn(training, relations);
    return Generators.trainer(options, found).fit(training, context);
  }

  /**
   * Samples rows that pass the row rules.
   *
   * @param training the rows that the ranges and levels of the rules are learned from
   * @param rules the user's own, such as {@code amount > 0}
   * @param count how many rows pass, at least 1
   * @throws Problem if a rule does not fit the columns, or lets too few rows pass
   */
  public static Synthetic sample(
      Generator generator, Training training, List<String> rules, int count, Context context) {
    return AcceptedRows.draw(generator, RowRules.fit(training, rules), count, context).accepted();
  }

  /**
   * Judges synthetic rows by training rows and by validation rows that no generator saw.
   *
   * @return every metric beside its noise floor; a metric that cannot be computed says why
   */
  public static ValidationReport validate(
      Training training,
      HeldOut<HeldOut.Validation> validation,
      Synthetic synthetic,
      ValidationOptions options,
      Context context) {
    return new Validator().validate(training, validation, synthetic, options, context);
  }

  /**
   * Reads the comparison of a run.
   *
   * @throws Problem if the run has none, as where a gate failed, or its file is damaged
   */
  public static Comparison comparison(RunResult result) {
    return RunFile.COMPARISON.read(result.folders().evaluation(), Comparison.class);
  }

  /** Returns a finding of reading a table in one sentence, as the commands print it. */
  public static String sentence(ReadingNote note) {
    return ReadingSentence.of(note);
  }

  /** Returns a verdict in one sentence, as the reports print it. */
  public static String sentence(PrimaryContrast contrast) {
    return VerdictSentence.of(contrast);
  }
}
