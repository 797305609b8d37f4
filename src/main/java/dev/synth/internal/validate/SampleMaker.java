package dev.synth.internal.validate;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.validate.metric.LabelledDraws;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleSpace;
import dev.synth.internal.validate.metric.ShadowSet;
import dev.synth.rule.RelationOptions;
import dev.synth.split.SoftLabels;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import dev.synth.validate.ValidationOptions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the samples that metrics compare, all in one space: rare training rows, rows that were held
 * out, synthetic rows, and what some metrics ask for beside them.
 */
final class SampleMaker {
  /** More rows of the other class cost memory, and a metric that asks for them takes fewer. */
  private static final int MOST_MAJORITY_ROWS = 10_000;

  private final @Nullable ShadowFit shadowFit;
  private final RelationOptions relations;
  private final Labeller labeller;
  private final ValidationOptions.Privacy privacy;

  /**
   * A maker.
   *
   * @param shadowFit fits the generator to other training rows, or null where there is none
   * @param relations which relations of the training rows synthetic rows should keep
   * @param privacy how much the metrics of privacy ask for
   */
  SampleMaker(
      @Nullable ShadowFit shadowFit,
      RelationOptions relations,
      Labeller labeller,
      ValidationOptions.Privacy privacy) {
    this.shadowFit = shadowFit;
    this.relations = relations;
    this.labeller = labeller;
    this.privacy = privacy;
  }

  /**
   * The samples.
   *
   * @param space the columns that all rows have
   * @param samples the rows as metrics see them
   * @param heldOutRows how many rare rows were held out
   */
  record Made(SampleSpace space, ComparedSamples samples, int heldOutRows) {
    /** Returns the same beside sums over all rows, of which these are samples. */
    Made beside(@Nullable WholeSums whole) {
      return new Made(space, samples.of(whole), heldOutRows);
    }
  }

  /**
   * Makes samples.
   *
   * @param allTraining the training rows of both classes
   * @param heldOutRows rows that no generator saw, or null where nothing was held out
   * @param drawn the rows to judge
   * @throws Problem (data) if no column is on both sides
   */
  Made make(
      Training allTraining, @Nullable LabelledTable heldOutRows, Synthetic drawn, Context context) {
    Table heldOut = heldOutRows == null ? null : heldOutRows.rareFeatures();
    Table synthetic = drawn.rows();
    Table training = allTraining.rare();
    SampleSpace space =
        SampleSpace.of(
            training,
            heldOut == null ? List.of(synthetic) : List.of(heldOut, synthetic),
            context.seeds());
    if (space.columns().isEmpty()) {
      throw Problem.data("The real and the synthetic rows have no column in common.");
    }
    boolean useHeldOut = heldOut != null && heldOut.rowCount() >= Validator.LEAST_HELD_OUT;
    int[] others = majority(allTraining, context);
    Sample majority = space.sample(allTraining.rows().features().rows(others));
    RelationMarks marks = RelationMarks.learn(allTraining, relations);
    Sample unseen =
        heldOut == null ? null : space.sample(heldOut).beside(majority).marked(marks.of(heldOut));
    ComparedSamples samples =
        new ComparedSamples(
            space
                .sample(training)
                .beside(majority)
                .besideLabelled(labelled(space, heldOutRows, drawn))
                .besideUnseen(unseen)
                .besideShadows(shadows(allTraining, space, synthetic.rowCount(), others, context)),
            useHeldOut ? unseen : null,
            space.sample(synthetic).marked(marks.of(synthetic)));
    return new Made(space, samples, heldOut == null ? 0 : heldOut.rowCount());
  }

  private @Nullable LabelledDraws labelled(
      SampleSpace space, @Nullable LabelledTable heldOut, Synthetic drawn) {
    SoftLabels labels =
        privacy == ValidationOptions.Privacy.STANDARD ? null : labeller.label(drawn);
    if (labels == null) {
      return null;
    }
    Sample others = null;
    if (heldOut != null) {
      int[] rows =
          IntStream.range(0, heldOut.rowCount()).filter(row -> !heldOut.isRare(row)).toArray();
      others = space.sample(heldOut.features().rows(rows));
    }
    return new LabelledDraws(
        space.sample(drawn.rows()),
        IntStream.range(0, labels.count()).mapToDouble(labels::of).toArray(),
        others);
  }

  private ShadowSet shadows(
      Training training, SampleSpace space, int rows, int[] others, Context context) {
    return shadowFit == null || privacy == ValidationOptions.Privacy.STANDARD
        ? ShadowSet.NO_GENERATOR
        : new Shadows(training, shadowFit, context.below("shadows")).fitAll(space, rows, others);
  }

  /** Returns the training rows of the other class, or as many of them as metrics take. */
  private static int[] majority(Training training, Context context) {
    int[] others =
        IntStream.range(0, training.rowCount())
            .filter(row -> !training.rows().isRare(row))
            .toArray();
    int[] chosen =
        HalfSamples.someOf(others.length, MOST_MAJORITY_ROWS, context.seeds().stream("majority"));
    return Arrays.stream(chosen).map(i -> others[i]).toArray();
  }
}
