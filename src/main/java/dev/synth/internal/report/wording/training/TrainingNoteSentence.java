package dev.synth.internal.report.wording.training;

import dev.synth.generate.TrainingNote;
import dev.synth.internal.base.PlainText;
import java.util.Locale;

/** A decision that a trainer took by itself, in a sentence. */
public final class TrainingNoteSentence {
  private TrainingNoteSentence() {}

  /** Returns the sentence, without a capital letter and a full stop. */
  public static String of(TrainingNote note) {
    return switch (note) {
      case TrainingNote.FewerSteps fewer ->
          String.format(
              Locale.ROOT,
              "trained for %,d steps and not %,d, since a row is %,d encoded numbers wide",
              fewer.steps(),
              fewer.asked(),
              fewer.width());
      case TrainingNote.ChosenSteps chosen ->
          String.format(
              Locale.ROOT,
              "%d of %d rare rows were held back and chose %d steps of at most %d: a forest told"
                  + " drawn rows from them with an area under the curve of %.2f",
              chosen.heldBack(),
              chosen.rareRows(),
              chosen.steps(),
              chosen.most(),
              chosen.areaUnderCurve());
      case TrainingNote.NothingHeldBack few ->
          PlainText.of(
              "%d rare rows are too few to hold some back: trained for all %d steps",
              few.rareRows(), few.steps());
      case TrainingNote.RowsInDanger rows ->
          PlainText.of("%d of %d rare rows are in danger", rows.inDanger(), rows.rareRows());
      case TrainingNote.NoRowInDanger none ->
          "no rare row is in danger: drawn from all of them, as smote draws";
      case TrainingNote.NoOtherClassNear none ->
          "no rare row has another class near: drawn from all of them, as smote draws";
      case TrainingNote.DrawnAsSmoteNc drawn ->
          PlainText.of(
              "%s is for numbers alone, and %s %s: drawn as smote-nc draws",
              drawn.generator(),
              String.join(", ", drawn.columns()),
              drawn.columns().size() == 1 ? "is categorical" : "are categorical");
      case TrainingNote.FewNeighbours few ->
          PlainText.of(
              "%d rare rows are too few for %d neighbours each: %s",
              few.rareRows(),
              few.neighbours(),
              few.rareRows() == 1 ? "the row is repeated" : "all others are a row's neighbours");
      case TrainingNote.GrownForests forests ->
          String.format(
              Locale.ROOT,
              "grew %d forests and kept number %d, whose draws the next one told from real rows"
                  + " with an out-of-bag accuracy of %.3f",
              forests.grown(),
              forests.kept(),
              forests.accuracy());
      case TrainingNote.OldSentence told -> told.text();
    };
  }
}
