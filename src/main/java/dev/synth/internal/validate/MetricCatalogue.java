package dev.synth.internal.validate;

import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.validate.detection.ClassFidelity;
import dev.synth.internal.validate.detection.ModelTwoSample;
import dev.synth.internal.validate.detection.TreeTwoSample;
import dev.synth.internal.validate.diversity.ClusterCoverage;
import dev.synth.internal.validate.diversity.ManifoldMetric;
import dev.synth.internal.validate.diversity.MeanDiscrepancy;
import dev.synth.internal.validate.fidelity.Aggregation;
import dev.synth.internal.validate.fidelity.ColumnMetric;
import dev.synth.internal.validate.fidelity.InventedPairs;
import dev.synth.internal.validate.fidelity.MissingPairs;
import dev.synth.internal.validate.fidelity.OutOfRange;
import dev.synth.internal.validate.fidelity.PairMetric;
import dev.synth.internal.validate.fidelity.RelationMetric;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.privacy.AttributeInference;
import dev.synth.internal.validate.privacy.ClosestRecord;
import dev.synth.internal.validate.privacy.IdenticalMatchShare;
import dev.synth.internal.validate.privacy.LabelInference;
import dev.synth.internal.validate.privacy.MembershipInference;
import dev.synth.internal.validate.privacy.NearCopies;
import dev.synth.internal.validate.privacy.NearestNeighbourMetric;
import dev.synth.internal.validate.sdmetrics.QualityMetric;
import dev.synth.validate.MetricNames;
import dev.synth.validate.Question;
import dev.synth.validate.ValidationOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The metrics there are, by the question that they help to answer. */
public final class MetricCatalogue {
  private static final List<Metric> LIKENESS = likeness();
  private static final List<Metric> VARIETY = variety();
  private static final List<Metric> RARE_CLASS = List.of(new ClassFidelity());
  private static final List<Metric> PRIVACY =
      List.of(
          new IdenticalMatchShare(),
          new NearCopies(),
          new ClosestRecord(),
          NearestNeighbourMetric.closerToTraining(),
          NearestNeighbourMetric.neighbourRatio(),
          new AttributeInference(),
          MembershipInference.ofRareRows(),
          MembershipInference.ofOtherRows(),
          LabelInference.ofRareRows(),
          LabelInference.ofOtherRows());

  private MetricCatalogue() {}

  private static List<Metric> likeness() {
    List<Metric> metrics = new ArrayList<>();
    for (Aggregation summary : Aggregation.values()) {
      metrics.add(ColumnMetric.kolmogorovSmirnov(summary));
      metrics.add(ColumnMetric.totalVariation(summary));
      metrics.add(ColumnMetric.wasserstein(summary));
      metrics.add(ColumnMetric.missingRate(summary));
      metrics.add(PairMetric.associations(summary));
      metrics.add(PairMetric.contingency(summary));
    }
    metrics.add(new OutOfRange());
    metrics.add(new InventedPairs());
    metrics.add(RelationMetric.kept());
    metrics.add(RelationMetric.inventedCodes());
    metrics.add(new MissingPairs());
    metrics.add(new MeanDiscrepancy());
    metrics.add(new TreeTwoSample());
    metrics.add(ModelTwoSample.boosting());
    metrics.add(ModelTwoSample.logistic());
    metrics.addAll(QualityMetric.all());
    return List.copyOf(metrics);
  }

  private static List<Metric> variety() {
    List<Metric> metrics = new ArrayList<>(ManifoldMetric.all());
    metrics.add(new ClusterCoverage());
    metrics.add(ColumnMetric.rangeLoss(Aggregation.MEAN));
    metrics.add(ColumnMetric.rangeLoss(Aggregation.WORST));
    metrics.add(ColumnMetric.levelLoss(Aggregation.MEAN));
    metrics.add(ColumnMetric.levelLoss(Aggregation.WORST));
    return List.copyOf(metrics);
  }

  /** Returns the metrics that help to answer a question, in the order of reports. */
  public static List<Metric> metrics(Question question) {
    return switch (question) {
      case LIKENESS -> LIKENESS;
      case VARIETY -> VARIETY;
      case RARE_CLASS -> RARE_CLASS;
      case PRIVACY -> PRIVACY;
    };
  }

  /** Returns the metrics, in the order of reports: question by question. */
  public static List<Metric> metrics() {
    return Arrays.stream(Question.values())
        .flatMap(question -> metrics(question).stream())
        .toList();
  }

  /** Returns the ids that {@code validation.gates} may name, in the order of reports. */
  public static List<String> metricIds() {
    return metrics().stream().map(metric -> metric.description().id()).toList();
  }

  /**
   * Checks that every gate names a metric.
   *
   * @throws Problem with {@link ExitCode#USAGE} that lists all that don't
   */
  public static void checkGateNames(ValidationOptions options) {
    List<String> ids = metricIds();
    List<String> problems =
        options.gates().keySet().stream()
            .filter(name -> !ids.contains(name))
            .map(name -> complaint(name, ids))
            .toList();
    if (problems.size() == 1) {
      throw Problem.usage("%s", problems.getFirst());
    }
    if (!problems.isEmpty()) {
      throw Problem.several(ExitCode.USAGE, "Several gates name no metric:", problems);
    }
  }

  private static String complaint(String name, List<String> ids) {
    List<String> known = new ArrayList<>(ids);
    known.addAll(MetricNames.all().keySet());
    String hint =
        Spelling.nearest(name, known)
            .map(near -> PlainText.of("; did you mean '%s'?", MetricNames.current(near)))
            .orElseGet(() -> "; there are " + String.join(", ", ids));
    return PlainText.of("validation.gates.%s: unknown metric%s", name, hint);
  }
}
