package dev.synth.internal.experiment.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.compare.ArmTrouble;
import dev.synth.compare.Comparison;
import dev.synth.compare.Looks;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatResult;
import dev.synth.compare.TroubledArm;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Evaluation;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.compare.ResultKey;
import dev.synth.internal.compare.ResultLine;
import dev.synth.internal.compare.RunsCsv;
import dev.synth.internal.report.wording.ComparisonJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the results of a {@code runs.csv} again, and holds a comparison against that. */
final class ComparisonAudit {
  /** Other processors may round the last digits of a quantile another way. */
  private static final double ROUNDING = 1e-9;

  /** The keys that say why a figure is missing, which {@code runs.csv} does not. */
  private static final Set<String> WORDS = Set.of("skipped", "note");

  private final RunsCsv runs;
  private final RankAudit ranks;
  private final Map<ResultKey, Arm> arms = new HashMap<>();

  /**
   * An audit.
   *
   * @param comparison whose arms are looked up by their names
   */
  ComparisonAudit(RunsCsv runs, RankAudit ranks, Comparison comparison) {
    this.runs = runs;
    this.ranks = ranks;
    comparison
        .summaries()
        .forEach(
            summary ->
                arms.put(ResultKey.of(0, summary.arm(), summary.classifier()), summary.arm()));
  }

  /**
   * Returns what is wrong with a comparison, a sentence each.
   *
   * @param stored the comparison's own text, as a tree
   * @param protocol what the config decided beforehand
   */
  List<String> alarms(JsonNode stored, Comparison comparison, Protocol protocol) {
    List<String> alarms = new ArrayList<>();
    if (!protocol.equals(comparison.protocol())) {
      alarms.add("comparison.json: its protocol is not that of the config");
    }
    boolean isByTime = protocol.split().isFixed();
    List<RepeatResult> results = results(comparison);
    if (results.isEmpty()) {
      return alarms;
    }
    Comparison compared = Comparer.compare(protocol, results);
    Looks looks = compared.looks();
    if (looks != null && looks.stopped() == Looks.Stop.NOT_STOPPED) {
      alarms.add(
          PlainText.of(
              "comparison.json: it stopped after %d repeats, where more were to be added",
              results.size()));
    }
    JsonNode anew = ComparisonJson.tree(compared);
    String sources = isByTime ? "runs.csv gives" : "runs.csv and ranks.json give";
    List<String> parts =
        isByTime // the rest depends on test rows by day, which are not in runs.csv
            ? List.of("summaries")
            : List.of(
                "headline",
                "primary",
                "against_none",
                "savings",
                "summaries",
                "looks",
                "dose_response");
    for (String part : parts) {
      if (isKnown(part, comparison) && !isSame(part, stored.path(part), anew.path(part))) {
        alarms.add(PlainText.of("comparison.json: '%s' is not what %s", part, sources));
      }
    }
    return alarms;
  }

  /** Returns whether all that a part rests on is known: not in which repeats an arm failed. */
  private static boolean isKnown(String part, Comparison comparison) {
    return !part.equals("looks") || comparison.troubles().stream().noneMatch(TroubledArm::failed);
  }

  /** The repeats' results as far as {@code runs.csv} tells; none where cells are missing. */
  private List<RepeatResult> results(Comparison comparison) {
    List<RepeatResult> results = new ArrayList<>();
    for (int i = 0; i < comparison.repeats().size(); i++) {
      int repeat = i + 1;
      List<Evaluation> evaluations = new ArrayList<>();
      for (ResultLine line : runs.lines()) {
        ResultKey place = line.place();
        Arm arm = arms.get(place.in(0));
        if (arm != null && place.repeat() == repeat) {
          evaluations.add(runs.evaluation(arm, line));
        }
      }
      if (evaluations.size() != arms.size()) {
        return List.of();
      }
      results.add(
          new RepeatResult(
              repeat,
              comparison.repeats().get(i),
              comparison.choices().stream().filter(c -> c.repeat() == repeat).toList(),
              evaluations,
              troubles(comparison, repeat),
              ranks.of(repeat)));
    }
    return results;
  }

  /** In which repeats an arm failed is not in {@code runs.csv}: the first so many do as well. */
  private static List<ArmTrouble> troubles(Comparison comparison, int repeat) {
    return comparison.troubles().stream()
        .filter(trouble -> trouble.failed() && repeat <= trouble.repeats())
        .map(trouble -> new ArmTrouble(trouble.arm(), trouble.cause()))
        .toList();
  }

  /** Returns whether two trees say the same but for roundings and for why figures are missing. */
  private static boolean isSame(String name, JsonNode one, JsonNode other) {
    if (WORDS.contains(name)) {
      return true;
    }
    if (name.equals("threshold_fallbacks")) {
      return words(one).equals(words(other)); // runs.csv has the words alone, as old runs do
    }
    if (one.isNumber() && other.isNumber()) {
      double size = Math.max(Math.abs(one.asDouble()), Math.abs(other.asDouble()));
      return Math.abs(one.asDouble() - other.asDouble()) <= ROUNDING * Math.max(1, size);
    }
    if (one.isContainerNode() && one.getNodeType() == other.getNodeType()) {
      return one.isArray() ? areSame(one, other) : haveSame(one, other);
    }
    return one.equals(other);
  }

  private static List<String> words(JsonNode reasons) {
    List<String> words = new ArrayList<>();
    reasons.forEach(why -> words.add(why.isTextual() ? why.asText() : why.path("text").asText()));
    return words;
  }

  private static boolean areSame(JsonNode one, JsonNode other) {
    boolean same = one.size() == other.size();
    for (int i = 0; same && i < one.size(); i++) {
      same = isSame("", one.get(i), other.get(i));
    }
    return same;
  }

  private static boolean haveSame(JsonNode one, JsonNode other) {
    return one.size() == other.size()
        && one.properties().stream()
            .allMatch(
                entry -> isSame(entry.getKey(), entry.getValue(), other.path(entry.getKey())));
  }
}
