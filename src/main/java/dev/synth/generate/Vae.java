package dev.synth.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Context;
import dev.synth.base.Json;
import dev.synth.base.Problem;
import dev.synth.base.RandomStream;
import dev.synth.encode.FeatureEncoder;
import dev.synth.neural.Architecture;
import dev.synth.neural.Codes;
import dev.synth.neural.Tensors;
import dev.synth.neural.VariationalAutoencoder;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A trained variational autoencoder. It keeps the codes of the rare training rows, since posterior
 * sampling draws around them, but not the rows.
 */
public final class Vae implements Generator {
  private static final int VERSION = 1;
  private static final int ROWS_AT_A_TIME = 1024;

  private final VaeOptions options;
  private final FeatureEncoder encoder;
  private final VariationalAutoencoder model;
  private final Codes codes;
  private final TrainingLog trainingLog;

  Vae(
      VaeOptions options,
      FeatureEncoder encoder,
      VariationalAutoencoder model,
      Codes codes,
      TrainingLog trainingLog) {
    this.options = options;
    this.encoder = encoder;
    this.model = model;
    this.codes = codes;
    this.trainingLog = trainingLog;
  }

  @Override
  public Table sample(int rows, Context context) {
    double[][] encoded = new double[rows][];
    for (int start = 0; start < rows; start += ROWS_AT_A_TIME) {
      context.cancellation().check();
      // A stream of its own for each stretch of rows, so that stretches don't depend on each other.
      RandomStream stream = context.seeds().stream("vae/rows/" + start);
      double[][] points = new double[Math.min(ROWS_AT_A_TIME, rows - start)][];
      for (int i = 0; i < points.length; i++) {
        points[i] = point(stream);
      }
      double[][] drawn = model.decode(points, stream);
      System.arraycopy(drawn, 0, encoded, start, drawn.length);
    }
    return encoder.decode(encoded);
  }

  private double[] point(RandomStream stream) {
    double[] point = new double[options.latentDimension()];
    int row =
        switch (options.sampling()) {
          case POSTERIOR -> stream.nextInt(codes.means().length);
          case PRIOR -> -1;
        };
    for (int k = 0; k < point.length; k++) {
      double noise = stream.nextGaussian();
      point[k] =
          row < 0
              ? noise
              : codes.means()[row][k] + options.latentNoise() * codes.deviations()[row][k] * noise;
    }
    return point;
  }

  @Override
  public TrainingLog trainingLog() {
    return trainingLog;
  }

  @Override
  public void save(Path folder) throws IOException {
    Tensors tensors = new Tensors();
    model.saveTo(tensors);
    tensors.put("code_means", flat(codes.means()));
    tensors.put("code_deviations", flat(codes.deviations()));
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("kind", options.kind());
    json.put("version", VERSION);
    json.set("options", Json.tree(options));
    json.set("encoder", encoder.toJson());
    json.put("codes", codes.means().length);
    json.set("tensors", tensors.write(folder.resolve(Tensors.FILE)));
    Files.writeString(folder.resolve("model.json"), Json.write(json));
  }

  /**
   * Reads what {@link #save} wrote. The training log is not part of it.
   *
   * @param folder the folder with {@code model.json} and {@code tensors.bin}
   * @throws Problem a data problem if a file is missing, damaged, or of another kind or version
   */
  public static Vae load(Path folder) throws IOException {
    Path file = folder.resolve("model.json");
    if (!Files.isRegularFile(file)) {
      throw Problem.data("there is no saved model in %s: model.json is missing", folder);
    }
    try {
      JsonNode json = Json.mapper().readTree(Files.readString(file));
      return read(folder, json);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw Problem.data("the saved model is damaged: %s cannot be read", file).causedBy(e);
    }
  }

  private static Vae read(Path folder, JsonNode json) throws IOException {
    if (!json.path("kind").asText().equals("vae") || json.path("version").asInt() != VERSION) {
      throw Problem.data(
          "%s holds a model of kind '%s', version '%s'; this program reads kind 'vae', version"
              + " '%d'",
          folder, json.path("kind").asText(), json.path("version").asText(), VERSION);
    }
    if (!json.path("options").isObject()) {
      throw Problem.data("the saved model is damaged: model.json in %s has no options", folder);
    }
    VaeOptions options = Json.mapper().treeToValue(json.get("options"), VaeOptions.class);
    FeatureEncoder encoder = FeatureEncoder.fromJson(json.path("encoder"));
    Tensors tensors = Tensors.read(folder, json.path("tensors"));
    int latent = options.latentDimension();
    int count = json.path("codes").asInt();
    if (count < 1 || count > Integer.MAX_VALUE / latent) {
      throw Problem.data("the saved model is damaged: it says that it has %d codes", count);
    }
    VariationalAutoencoder model =
        VariationalAutoencoder.restore(
            new Architecture(encoder.layout(), options.hidden(), latent), tensors);
    Codes codes =
        new Codes(
            rows(tensors.get("code_means", count * latent), latent),
            rows(tensors.get("code_deviations", count * latent), latent));
    return new Vae(options, encoder, model, codes, TrainingLog.EMPTY);
  }

  private static float[] flat(double[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) rows[i / rows[0].length][i % rows[0].length];
    }
    return flat;
  }

  private static double[][] rows(float[] flat, int width) {
    double[][] rows = new double[flat.length / width][width];
    for (int i = 0; i < flat.length; i++) {
      rows[i / width][i % width] = flat[i];
    }
    return rows;
  }
}
