package dev.synth.internal.classify.ensemble;

import dev.synth.base.Context;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.ClassifierOptions;
import dev.synth.classify.ExtraTreesOptions;
import dev.synth.classify.LogisticRegressionOptions;
import dev.synth.classify.RandomForestOptions;
import dev.synth.classify.XgboostOptions;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.internal.classify.xgboost.XgboostTrainer;
import dev.synth.internal.stats.AveragePrecision;
import dev.synth.split.Augmented;
import dev.synth.split.Folds;
import dev.synth.split.SoftLabels;
import dev.synth.split.Training;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trains a {@link Teacher} of boosted trees, a random forest, extremely randomized trees and a
 * logistic regression on training rows alone, at their own class ratio.
 *
 * <p>What the members weigh is learned from scores of rows that they had not learned from, in
 * {@value #FOLDS} folds of the training rows. In the same folds the teacher is held against its
 * student, the classifier that is to learn from its labels. A teacher that is worse would only hand
 * on its own errors, and is not used ({@link TeacherGate}, docs/adr/0055).
 */
public final class TeacherTrainer {
  /** The number of folds that training rows are cut into. */
  public static final int FOLDS = 5;

  /** Boosted trees vary with their seeds; their log-odds are averaged. */
  private static final int BOOSTERS = 3;

  private static final List<ClassifierOptions> MEMBERS =
      List.of(
          XgboostOptions.defaults(),
          RandomForestOptions.defaults(),
          ExtraTreesOptions.defaults(),
          LogisticRegressionOptions.defaults());

  private final ClassifierTrainer student;

  /**
   * A trainer of teachers.
   *
   * @param student the classifier that is to learn from the labels
   */
  public TeacherTrainer(ClassifierTrainer student) {
    this.student = student;
  }

  /** Returns who trains the members. */
  public static List<ClassifierTrainer> members() {
    return MEMBERS.stream().map(Classifiers::trainer).toList();
  }

  /** Returns how many fits of a member a teacher takes, in fits to all training rows. */
  public static int fits(ClassifierTrainer member) {
    return FOLDS - 1 + copies(member);
  }

  private static int copies(ClassifierTrainer member) {
    return member instanceof XgboostTrainer ? BOOSTERS : 1;
  }

  /**
   * A teacher and how it did.
   *
   * @param teacher the teacher, fitted on all training rows; null where it is not used
   * @param taught how it did
   * @param distilled the training rows, and these once more with the labels of a teacher that had
   *     not learned from them; null where it is not used
   */
  public record Result(@Nullable Teacher teacher, Taught taught, @Nullable Augmented distilled) {}

  /** Returns how many fits a teacher takes, its student's among them. */
  public static int fits() {
    int fits = FOLDS; // the student's
    for (ClassifierTrainer member : members()) {
      fits += FOLDS + copies(member);
    }
    return fits;
  }

  /** Returns the same where the student may be a member, whose fits then serve as its own. */
  public int ownFits() {
    return members().contains(student) ? fits() - FOLDS : fits();
  }

  /** The scores that members and student give the rows of all folds, fold after fold. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Unseen(List<double[]> members, double[] student, List<BitSet> rare) {}

  /**
   * Learns.
   *
   * @param training the rows, at least one of either class
   * @param features the features of these rows
   */
  public Result fit(Training training, SharedFeatures features, Context context) {
    List<Folds.Fold> folds = Folds.inside(training, FOLDS, context.seeds());
    if (!folds.stream().allMatch(Folds.Fold::isEnough)) {
      List<Taught.Member> untried =
          MEMBERS.stream()
              .map(each -> new Taught.Member(each.kind(), 1.0 / MEMBERS.size(), null))
              .toList();
      return new Result(null, new Taught(false, null, student.name(), null, untried), null);
    }
    Unseen unseen = unseen(folds, context);
    int[] sizes = folds.stream().mapToInt(fold -> fold.heldBack().rowCount()).toArray();
    double[] weights = BlendWeights.learn(unseen.members(), joined(unseen.rare(), sizes));
    double[] labels = LogOdds.blend(unseen.members(), weights);
    double own = precision(labels, unseen.rare(), sizes);
    double students = precision(unseen.student(), unseen.rare(), sizes);
    List<Taught.Member> members = new ArrayList<>();
    for (int member = 0; member < weights.length; member++) {
      double precision = precision(unseen.members().get(member), unseen.rare(), sizes);
      members.add(new Taught.Member(MEMBERS.get(member).kind(), weights[member], precision));
    }
    boolean used = TeacherGate.isOpen(labels, unseen.student(), unseen.rare(), sizes);
    return new Result(
        used ? teacher(training, features, weights, context) : null,
        new Taught(used, own, student.name(), students, members),
        used ? Folds.again(training, folds, new SoftLabels(labels)) : null);
  }

  /**
   * Returns a teacher whose members are fitted once and weigh the same: what stands in for {@link
   * #fit} inside a fold, where whoever learns from its labels is judged by rows of his own.
   *
   * @param training the fold's rows to learn from, at least one of either class
   * @param features the features of these rows
   */
  public Result plain(Training training, SharedFeatures features, Context context) {
    List<Classifier> fitted = new ArrayList<>();
    List<Taught.Member> members = new ArrayList<>();
    double[] weights = new double[MEMBERS.size()];
    Arrays.fill(weights, 1.0 / weights.length);
    for (ClassifierOptions member : MEMBERS) {
      fitted.add(fit(Classifiers.trainer(member), training, features, context.below("member/0")));
      members.add(new Taught.Member(member.kind(), weights[members.size()], null));
    }
    Taught taught = new Taught(true, null, student.name(), null, members);
    return new Result(new Teacher(fitted, weights), taught, null);
  }

  /** Returns how many fits {@link #plain} takes. */
  public static int plainFits() {
    return MEMBERS.size();
  }

  /** Returns the teacher of a result that does not use it, fitted on all training rows. */
  public static Teacher ofAll(
      Training training, SharedFeatures features, Taught taught, Context context) {
    double[] weights = taught.members().stream().mapToDouble(Taught.Member::weight).toArray();
    return teacher(training, features, weights, context);
  }

  private Unseen unseen(List<Folds.Fold> folds, Context context) {
    List<List<double[]>> members = new ArrayList<>();
    MEMBERS.forEach(member -> members.add(new ArrayList<>()));
    List<double[]> students = new ArrayList<>();
    List<BitSet> rare = new ArrayList<>();
    for (int number = 0; number < folds.size(); number++) {
      Folds.Fold fold = folds.get(number);
      Context own = context.below("fold/" + number);
      SharedFeatures features = SharedFeatures.of(fold.training());
      for (int member = 0; member < MEMBERS.size(); member++) {
        ClassifierTrainer trainer = Classifiers.trainer(MEMBERS.get(member));
        double[] scores = fit(trainer, fold.training(), features, own).score(features(fold));
        members.get(member).add(LogOdds.of(scores));
        if (trainer.equals(student)) {
          students.add(scores); // the same fit, from the same random numbers
        }
      }
      if (students.size() == number) {
        students.add(fit(student, fold.training(), features, own).score(features(fold)));
      }
      rare.add(fold.heldBack().rareRows());
    }
    return new Unseen(
        members.stream().map(TeacherTrainer::joined).toList(), joined(students), rare);
  }

  private static Table features(Folds.Fold fold) {
    return fold.heldBack().features();
  }

  private static Classifier fit(
      ClassifierTrainer trainer, Training training, SharedFeatures features, Context context) {
    context.cancellation().check();
    return trainer.fit(
        training.unaugmented(), ClassWeighting.NONE, features, context.below(trainer.name()));
  }

  private static Teacher teacher(
      Training training, SharedFeatures features, double[] weights, Context context) {
    List<Classifier> members = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (int member = 0; member < weights.length; member++) {
      ClassifierTrainer trainer = Classifiers.trainer(MEMBERS.get(member));
      int copies = copies(trainer);
      for (int copy = 0; copy < copies; copy++) {
        members.add(fit(trainer, training, features, context.below("member/" + copy)));
        shares.add(weights[member] / copies);
      }
    }
    return new Teacher(members, shares.stream().mapToDouble(share -> share).toArray());
  }

  private static double[] joined(List<double[]> parts) {
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private static BitSet joined(List<BitSet> parts, int[] sizes) {
    BitSet all = new BitSet();
    int offset = 0;
    for (int part = 0; part < sizes.length; part++) {
      int first = offset;
      parts.get(part).stream().forEach(row -> all.set(first + row));
      offset += sizes[part];
    }
    return all;
  }

  /** Returns the mean over folds of the average precision of scores. */
  private static double precision(double[] scores, List<BitSet> rare, int[] sizes) {
    double sum = 0;
    int offset = 0;
    for (int fold = 0; fold < sizes.length; fold++) {
      double[] own = Arrays.copyOfRange(scores, offset, offset + sizes[fold]);
      sum += AveragePrecision.of(own, rare.get(fold));
      offset += sizes[fold];
    }
    return sum / sizes.length;
  }
}
