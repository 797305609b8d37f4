package dev.synth.internal.generate.copula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.RandomStream;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.generate.mixed.LevelLayout;
import dev.synth.internal.generate.mixed.MixedRows;
import dev.synth.internal.neural.layer.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latent normal distribution of a copula, cases first and then numbers, and what its numbers
 * mean.
 *
 * @param cases a margin for each one-hot span
 * @param scores a margin for each scalar
 * @param factor the lower triangle of the correlation's Cholesky factor, row by row, width × width
 */
@SuppressWarnings("ArrayRecordComponent") // the package's own, which nobody compares
record CopulaModel(List<LevelMargin> cases, List<ScoreMargin> scores, float[] factor) {
  private static final String FACTOR = "factor";

  CopulaModel {
    cases = List.copyOf(cases);
    scores = List.copyOf(scores);
  }

  static CopulaModel fit(LevelLayout layout, MixedRows rows, @Nullable Double shrinkage) {
    List<LevelMargin> cases = new ArrayList<>();
    for (int column = 0; column < layout.codes(); column++) {
      cases.add(LevelMargin.fit(rows, column, layout.caseCount(column)));
    }
    List<ScoreMargin> scores = new ArrayList<>();
    for (int column = 0; column < layout.numbers(); column++) {
      scores.add(ScoreMargin.fit(rows, column));
    }
    double[][] latents = new double[rows.count()][];
    for (int row = 0; row < latents.length; row++) {
      latents[row] = latent(rows, row, cases, scores);
    }
    return new CopulaModel(cases, scores, flat(ShrunkCorrelation.of(latents, shrinkage).factor()));
  }

  private static double[] latent(
      MixedRows rows, int row, List<LevelMargin> cases, List<ScoreMargin> scores) {
    double[] latent = new double[cases.size() + scores.size()];
    for (int i = 0; i < cases.size(); i++) {
      latent[i] = cases.get(i).score(rows.codes(row)[i]);
    }
    for (int i = 0; i < scores.size(); i++) {
      latent[cases.size() + i] = scores.get(i).score(rows.numbers(row)[i]);
    }
    return latent;
  }

  private static float[] flat(double[][] square) {
    float[] flat = new float[square.length * square.length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) square[i / square.length][i % square.length];
    }
    return flat;
  }

  /** Draws an encoded row. */
  double[] draw(LevelLayout layout, RandomStream stream) {
    int width = cases.size() + scores.size();
    double[] noise = new double[width];
    for (int i = 0; i < width; i++) {
      noise[i] = stream.nextGaussian();
    }
    int[] codes = new int[cases.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = cases.get(i).code(latent(i, noise));
    }
    double[] numbers = new double[scores.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = scores.get(i).value(latent(cases.size() + i, noise));
    }
    return layout.join(numbers, codes);
  }

  private double latent(int row, double[] noise) {
    double sum = 0;
    for (int i = 0; i <= row; i++) {
      sum += factor[row * noise.length + i] * noise[i];
    }
    return sum;
  }

  void saveTo(ObjectNode json, Tensors tensors) {
    ArrayNode ofCases = json.putArray("cases");
    for (LevelMargin margin : cases) {
      ArrayNode counts = ofCases.addObject().putArray("counts");
      Arrays.stream(margin.counts()).forEach(counts::add);
    }
    ArrayNode ofScores = json.putArray("scores");
    for (ScoreMargin margin : scores) {
      ObjectNode points = ofScores.addObject();
      ArrayNode latents = points.putArray("latents");
      Arrays.stream(margin.latents()).forEach(latents::add);
      ArrayNode values = points.putArray("values");
      Arrays.stream(margin.values()).forEach(values::add);
    }
    tensors.put(FACTOR, factor);
  }

  static CopulaModel restore(LevelLayout layout, JsonFields json, Tensors tensors) {
    List<LevelMargin> cases = new ArrayList<>();
    for (JsonNode each : json.list("cases")) {
      double[] counts = new JsonFields(each).numbers("counts");
      cases.add(new LevelMargin(Arrays.stream(counts).mapToInt(count -> (int) count).toArray()));
    }
    List<ScoreMargin> scores = new ArrayList<>();
    for (JsonNode each : json.list("scores")) {
      JsonFields points = new JsonFields(each);
      scores.add(new ScoreMargin(points.numbers("latents"), points.numbers("values")));
    }
    requireFit(layout, cases, scores);
    int width = cases.size() + scores.size();
    return new CopulaModel(
        cases, scores, width == 0 ? new float[0] : tensors.get(FACTOR, width * width));
  }

  private static void requireFit(
      LevelLayout layout, List<LevelMargin> cases, List<ScoreMargin> scores) {
    boolean fits = cases.size() == layout.codes() && scores.size() == layout.numbers();
    for (int i = 0; fits && i < cases.size(); i++) {
      fits = cases.get(i).counts().length == layout.caseCount(i);
    }
    if (!fits) {
      throw new IllegalArgumentException("the margins are not those of the encoder");
    }
  }
}
