package dev.synth.internal.experiment.profile;

import dev.synth.base.Context;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.internal.profile.Guesser;
import dev.synth.internal.profile.Guesses;
import dev.synth.internal.profile.Guesses.LabelGuess;
import dev.synth.internal.profile.Guesses.Why;
import dev.synth.internal.table.read.PlainData;
import dev.synth.internal.table.read.TableReader;
import dev.synth.table.ColumnNote;
import dev.synth.table.DataOptions;
import dev.synth.table.LabelledTable;
import dev.synth.table.LoadedData;
import dev.synth.table.Table;
import dev.synth.table.reading.ReadingNote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that was read to be looked at.
 *
 * @param config where it is, with the label that was named or guessed
 * @param table its columns, the label's left aside where there is one
 * @param rows the same with the label; null without one
 * @param guesses what columns were taken for
 * @param notes what reading found
 * @param columns how each column was read
 */
public record ProfiledData(
    ExperimentConfig config,
    Table table,
    @Nullable LabelledTable rows,
    Guesses guesses,
    List<ReadingNote> notes,
    List<ColumnNote> columns) {
  public ProfiledData {
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
  }

  /** Reads a table, and guesses what of it was not named. */
  public static ProfiledData read(ProfileRequest request, Context context) {
    if (request.isLabelled()) {
      return labelled(request.config(), null, context);
    }
    DataOptions data = request.data();
    PlainData plain = plain(request, context);
    Guesses guesses =
        request.isPlain()
            ? Guesser.withoutLabel(plain.table(), data.time(), data.group())
            : Guesser.of(plain.table(), request.label(), data.time(), data.group());
    LabelGuess label = guesses.label();
    if (label == null) {
      return new ProfiledData(
          request.config(), plain.table(), null, guesses, plain.notes(), plain.columns());
    }
    DataOptions known =
        data.withLabel(label.column())
            .withPositive(
                request.positive().isEmpty() ? List.of(label.positive()) : request.positive());
    return labelled(
        request.config().withData(known),
        guesses,
        context.silent()); // the first reading has told it
  }

  private static PlainData plain(ProfileRequest request, Context context) {
    if (request.data().isDemo()) {
      LabelledTable rows = new DataSource(request.config()).load(context).rows();
      return new PlainData(rows.features(), List.of(), List.of(), List.of());
    }
    DataOptions unnamed = request.data().withTime(null).withGroup(null); // the guesser has them
    return TableReader.readPlain(unnamed, context);
  }

  private static ProfiledData labelled(
      ExperimentConfig config, @Nullable Guesses guesses, Context context) {
    LoadedData loaded = new DataSource(config).load(context);
    LabelledTable rows = loaded.rows();
    DataOptions data = config.data();
    Guesses own =
        guesses == null
            ? named(Guesser.withoutLabel(rows.features(), data.time(), data.group()), rows)
            : guesses;
    return new ProfiledData(config, rows.features(), rows, own, loaded.notes(), loaded.columns());
  }

  private static Guesses named(Guesses roles, LabelledTable rows) {
    LabelGuess label =
        new LabelGuess(
            rows.label().column(),
            rows.label().positive(),
            rows.rareCount(),
            rows.rowCount(),
            2,
            Why.NAMED);
    return new Guesses(label, roles.time(), roles.group());
  }

  /** Returns what a report calls the data. */
  public String source() {
    return config.data().isDemo() ? DataOptions.DEMO : config.data().source();
  }
}
