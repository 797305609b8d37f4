package dev.synth.internal.report.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.bundle.Bundle;
import dev.synth.internal.bundle.BundleFacts;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.TextGrid;
import dev.synth.internal.report.wording.run.FitNoteSentence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A fitted bundle for standard output, read from its folder alone. */
public final class FitText {
  private FitText() {}

  /** Returns the bundle for people, or as JSON. */
  public static String of(Path folder, boolean json) {
    Bundle bundle = BundleFiles.read(folder);
    if (json) {
      ObjectNode object = Json.mapper().createObjectNode();
      object.put("bundle", folder.toString());
      object.put("version", bundle.version());
      object.set("model", Json.tree(bundle.facts()));
      return Json.write(object);
    }
    List<String> lines = new ArrayList<>();
    for (String sentence : sentences(bundle.facts())) {
      lines.addAll(LineBreaks.wrapped(sentence, TextGrid.WIDTH));
    }
    lines.add("");
    lines.add(PlainText.of("Bundle: %s (version %s)", folder, bundle.version()));
    return String.join("\n", lines) + "\n";
  }

  /** Returns what was fitted, and what its rows out of fold say. */
  static List<String> sentences(BundleFacts facts) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        PlainText.of(
            "Fitted %s on the arm '%s': %s real rows, %s of them rare%s.%s",
            facts.classifier(),
            facts.arm(),
            ReportNumbers.count(facts.fitted()),
            ReportNumbers.count(facts.fittedRare()),
            facts.addedRows() == 0
                ? ""
                : PlainText.of(
                    ", and %s",
                    facts.addedRows() == 1
                        ? "one synthetic row"
                        : ReportNumbers.count(facts.addedRows()) + " synthetic ones"),
            verdict(facts)));
    BundleFacts.OutOfFold fold = facts.outOfFold();
    sentences.add(
        PlainText.of(
            "Rows that score at least %s are alerts (%s). On %s rows with %s rare ones, each scored"
                + " by a model that had not learned from it, that finds %s of the rare rows%s and"
                + " raises %s alerts a thousand rows; average precision %s. These rows chose the"
                + " threshold, so they are no test of it.",
            ReportNumbers.plain(facts.threshold().value()),
            facts.rule(),
            ReportNumbers.count(fold.rows()),
            ReportNumbers.count(fold.rare()),
            share(fold.recall()),
            fold.precision() == null
                ? ""
                : PlainText.of(" with a precision of %s", share(fold.precision())),
            PlainText.of("%.1f", fold.alertsPer1000()),
            ReportNumbers.plain(fold.averagePrecision())));
    sentences.add(
        facts.calibration().equals("isotonic")
            ? "Probabilities come from isotonic regression on the same rows."
            : "Probabilities come from a logistic curve (Platt) on the same rows.");
    facts
        .notes()
        .forEach(note -> sentences.add(LineBreaks.sentenceCase(FitNoteSentence.of(note)) + "."));
    return sentences;
  }

  private static String share(double value) {
    return PlainText.of("%.1f %%", 100 * value);
  }

  private static String verdict(BundleFacts facts) {
    if (facts.verdict() == null) {
      return facts.arm().equals("none") ? "" : " It has no verdict.";
    }
    return PlainText.of(" Its verdict is %s (run %s).", facts.verdict(), facts.run());
  }
}
