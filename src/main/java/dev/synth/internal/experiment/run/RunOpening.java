package dev.synth.internal.experiment.run;

import dev.synth.base.Context;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.neural.layer.NeuralRuntime;
import dev.synth.internal.note.RunNote;
import dev.synth.internal.profile.LeakSuspects;
import dev.synth.internal.relation.RelationFacts;
import dev.synth.internal.report.text.ReadingText;
import dev.synth.internal.report.wording.run.RunNoteSentences;
import dev.synth.split.RowRules;
import dev.synth.split.SplitCounts;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import dev.synth.table.LoadedData;
import java.util.ArrayList;
import java.util.List;

/** The opening of every run: the rows are read and checked, and what was found is said and kept. */
public final class RunOpening {
  private final ExperimentConfig config;
  private final LoadedData data;
  private final Context context;
  private final List<RunNote> notes = new ArrayList<>();

  private RunOpening(ExperimentConfig config, LoadedData data, Context context) {
    this.config = config;
    this.data = data;
    this.context = context;
  }

  /** Reads the rows, and says nothing yet. */
  public static RunOpening of(ExperimentConfig config, DataSource source, Context context) {
    return new RunOpening(config, source.load(context), context);
  }

  /** Returns all rows. */
  public LabelledTable rows() {
    return data.rows();
  }

  /** Returns the text on how the data was read; empty for simulated rows, which are not read. */
  public String readingText() {
    return ReadingText.of(data.columns(), data.notes());
  }

  /** Says what reading found, and refuses row rules that do not fit the columns. */
  public RunOpening announced() {
    data.notes().forEach(note -> say(new RunNote.Reading(note)));
    return checked();
  }

  /**
   * Refuses row rules that do not fit the columns; for a dry run, which says nothing of its own.
   */
  public RunOpening checked() {
    RowRules.check(config.rules(), rows().features().schema());
    return this;
  }

  /** Says how the rows were split. */
  public void say(SplitCounts counts) {
    say(new RunNote.Splitting(counts));
  }

  /**
   * Says which columns of the training rows may leak the label, which relations they keep, and what
   * networks run on.
   */
  public void say(Training training) {
    LeakSuspects.find(training).forEach(suspect -> say(new RunNote.Leak(suspect)));
    say(new RunNote.Relations(RelationFacts.of(training, config.relations())));
    if (NeuralRuntime.lacksGpu()) {
      say(new RunNote.UnusedGpu());
    }
  }

  /** Says a note, and keeps it for the provenance; one that needs no word is neither. */
  public void say(RunNote note) {
    List<String> lines = RunNoteSentences.brief(note);
    if (!lines.isEmpty()) {
      notes.add(note);
      lines.forEach(context.progress()::note);
    }
  }

  /** Returns what was said so far, in order. */
  public List<RunNote> notes() {
    return List.copyOf(notes);
  }
}
