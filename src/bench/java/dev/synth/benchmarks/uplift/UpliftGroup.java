package dev.synth.benchmarks.uplift;

import dev.synth.augment.AugmentationPlan;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.classify.ClassWeighting;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Evaluation;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.classify.ensemble.Taught;
import dev.synth.internal.experiment.arm.ArmFailures;
import dev.synth.internal.experiment.arm.ArmFit;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.ArmRows;
import dev.synth.internal.experiment.arm.CellThresholds;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.Scoring;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.experiment.grid.NamedArm;
import dev.synth.internal.experiment.pick.Augmenting;
import dev.synth.internal.experiment.pick.AutoCandidates;
import dev.synth.internal.experiment.pick.AutoChoice;
import dev.synth.internal.experiment.pick.BestFree;
import dev.synth.internal.experiment.pick.Picked;
import dev.synth.internal.holdout.TestOpening;
import dev.synth.split.OpeningLog;
import dev.synth.split.RareRows;
import dev.synth.split.Split;
import dev.synth.split.Synthetic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The cells of one split, which share fitted generators. Rows, fits, teachers, thresholds and the
 * opening of the test are the product's own.
 */
final class UpliftGroup {
  private static final long SEED = 42;

  private final CellPlace place;
  private final Split split;
  private final Context context;
  private final Optional<PeerRows> peers;
  private final Map<String, ArmFit> fits = new HashMap<>();

  /**
   * The set, the size and the split of cells.
   *
   * @param set the table
   * @param size how many rare rows serve training and validation
   * @param split the number of the split, from 1
   */
  record CellPlace(String set, String size, int split) {
    UpliftKey key(Student student, UpliftArm arm) {
      return new UpliftKey(set, size, split, student.title(), arm.id());
    }

    String text() {
      return String.join(", ", set, size + " rare rows", "split " + split);
    }

    /** Returns the place's own seeds. */
    Seeds seeds() {
      return new Seeds(SEED).below(set).below("size/" + size).below("split/" + split);
    }

    /** Returns where the random numbers of its fits come from. */
    Context context() {
      return Context.quiet(seeds().stream("cell").nextLong());
    }
  }

  /**
   * The cells of a place.
   *
   * @param peers the rows of other programs, where there are any
   */
  UpliftGroup(CellPlace place, Split split, Optional<PeerRows> peers) {
    this.place = place;
    this.split = split;
    this.peers = peers;
    this.context = place.context();
  }

  /**
   * The fitted and scored arms, before the test is opened.
   *
   * @param key the cell
   * @param result the classifier and its scores
   * @param note what else is to be told
   */
  record Closed(UpliftKey key, Scoring.Result result, String note) {}

  /** An arm's rows, how they are used, and what is to be told. */
  private record Made(ArmPlan plan, ArmRows rows, String note) {}

  /** Computes the lines of a classifier's arms, in their order; the test is opened once. */
  List<UpliftLine> compute(Student student, List<UpliftArm> arms) {
    Map<String, UpliftLine> lines = new TreeMap<>();
    List<Closed> closed =
        fit(student, arms, impossible -> lines.put(impossible.key().arm(), impossible));
    judge(closed).forEach(line -> lines.put(line.key().arm(), line));
    return arms.stream().flatMap(arm -> Stream.ofNullable(lines.get(arm.id()))).toList();
  }

  /**
   * Fits a classifier on the rows of each arm.
   *
   * @param told is given the line of each arm that is not possible
   */
  List<Closed> fit(Student student, List<UpliftArm> arms, Consumer<UpliftLine> told) {
    ExperimentConfig config = student.config();
    FitRows rows = FitRows.of(split.training(), config, context);
    Scoring scoring = new Scoring(split, Augmenting.options(config));
    List<Closed> closed = new ArrayList<>();
    for (UpliftArm arm : arms) {
      UpliftKey key = place.key(student, arm);
      try {
        Made made = make(arm, student, config, rows);
        closed.add(
            new Closed(
                key,
                scoring.fit(made.plan(), student.kind(), made.rows(), CellThresholds.ON_VALIDATION),
                made.note()));
      } catch (Problem problem) {
        told.accept(UpliftLine.impossible(key, ArmFailures.reason(problem)));
      }
    }
    return closed;
  }

  private List<UpliftLine> judge(List<Closed> closed) {
    List<Evaluation> evaluations =
        new TestOpening(CostAndAlertMetrics.NONE)
            .judge(
                split,
                new OpeningLog(),
                1,
                closed.stream().map(each -> each.result().scored()).toList());
    List<UpliftLine> lines = new ArrayList<>();
    for (int i = 0; i < closed.size(); i++) {
      lines.add(UpliftLine.of(closed.get(i).key(), evaluations.get(i), closed.get(i).note()));
    }
    return lines;
  }

  private Made make(UpliftArm arm, Student student, ExperimentConfig config, FitRows rows) {
    return switch (arm) {
      case UpliftArm.Named named -> made(source(named, config), rows, Optional.empty());
      case UpliftArm.Rival rival -> made(Source.of(rival.baseline()), rows, Optional.empty());
      case UpliftArm.Auto auto ->
          picked(
              Arm.auto(RareRows.ALL),
              new AutoChoice(config, student.kind(), 1, done -> {})
                  .pick(AutoCandidates.all(), rows),
              rows);
      case UpliftArm.BestFree bestFree ->
          picked(
              Baseline.BEST_FREE.arm(),
              new BestFree(config, student.kind(), 1, done -> {})
                  .pick(BestFree.candidates(true), rows),
              rows);
      case UpliftArm.Peer peer -> peer(peer, rows);
    };
  }

  private static Source source(UpliftArm.Named named, ExperimentConfig config) {
    Source source = NamedArm.find(named.name(), config);
    return named.isAdmitted()
        ? new Source(
            source.name(),
            source.options(),
            source.arms().stream().map(arm -> arm.admittedAs(arm.arm())).toList())
        : source;
  }

  private Made picked(Arm procedure, Picked pick, FitRows rows) {
    String what = pick.choice(1, procedure).arm().label();
    return made(pick.source(procedure), rows, Optional.of("picked " + what + inFolds(pick)));
  }

  /** Returns what candidates had in each fold, so that other rules can be replayed on the lines. */
  private static String inFolds(Picked pick) {
    StringBuilder text = new StringBuilder();
    pick.inFolds()
        .forEach(
            (label, precisions) -> {
              text.append(" | ").append(label).append(':');
              precisions.forEach(each -> text.append(PlainText.of(" %.4f", each)));
            });
    return text.toString();
  }

  /** A generator is fitted once for all classifiers. */
  private Made made(Source source, FitRows rows, Optional<String> pick) {
    ArmPlan plan = source.arms().getFirst();
    String fitted = source.stream() + " " + source.options();
    ArmFit known = fits.computeIfAbsent(fitted, name -> ArmFit.of(source, rows));
    ArmRows drawn = new ArmFit(known.fit(), rows).draw(plan);
    return new Made(plan, drawn, pick.orElseGet(() -> note(plan, rows)));
  }

  private Made peer(UpliftArm.Peer peer, FitRows rows) {
    AugmentationPlan plan = peer.plan();
    int count = plan.rowsFor(rows.training());
    Synthetic read =
        peers
            .orElseThrow(() -> Problem.usage("no folder has rows of %s", peer.peer()))
            .read(place, peer.peer(), rows.training().rows());
    if (read.rowCount() < count) {
      throw Problem.data(
          "%s made %d rows, and %d are asked for", peer.peer(), read.rowCount(), count);
    }
    ArmPlan arm =
        new ArmPlan(
            Arm.generator(peer.id(), plan, peer.labels()),
            ClassWeighting.NONE,
            plan,
            peer.labels());
    return new Made(
        arm,
        new ArmRows(rows.augmented(read.first(count), peer.labels()), rows, 0, 0),
        note(arm, rows));
  }

  private static String note(ArmPlan arm, FitRows rows) {
    Taught taught = rows.taught(arm);
    if (taught == null || taught.used()) {
      return "";
    }
    String gate = taught.averagePrecision() == null ? "teacher not judged" : "teacher not used";
    return arm.isAdmitted() ? gate + "; but admitted" : gate;
  }
}
