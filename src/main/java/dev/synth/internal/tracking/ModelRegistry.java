package dev.synth.internal.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Cancellation;
import dev.synth.base.Problem;
import dev.synth.config.TrackingOptions;
import dev.synth.internal.base.Json;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.files.OutputFiles;
import dev.synth.run.RegisteredModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;

/**
 * The models of an MLflow server: bundles as versions of registered models, and aliases that say
 * which version is in use.
 *
 * <p>Every failure of the server is a problem of the environment. Closing it ends its connections.
 */
public final class ModelRegistry implements AutoCloseable {
  /** The alias of the version that is in use. */
  public static final String CHAMPION = "champion";

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,199}");
  private static final Pattern ALIAS = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");

  /** Aliases that MLflow keeps for itself: the latest version, and numbers of versions. */
  private static final Pattern KEPT = Pattern.compile("latest|v[0-9]+", Pattern.CASE_INSENSITIVE);

  private static final String FOLDER = "model";
  private static final int MOST_VERSIONS = 10_000;

  private final MlflowServer server;
  private final String experiment;

  /**
   * The models of a server, which is not asked anything yet.
   *
   * @param environment the environment variables, which may hold a token
   * @throws Problem (environment) if a variable that the options name is not set
   */
  public ModelRegistry(
      TrackingOptions options, Map<String, String> environment, Cancellation cancellation) {
    this.server = new MlflowServer(options, environment, cancellation);
    this.experiment = options.experiment();
  }

  /**
   * Registers a bundle as a new version of a model, which is made where there is none. The files
   * are uploaded first, so that a version that is there is whole; the same bundle is registered
   * once.
   *
   * @param bundle the bundle's folder, which is checked
   * @param name the model's name: letters, digits, dots, dashes, underscores and spaces
   * @param time when that is
   */
  public RegisteredModel register(Path bundle, String name, Instant time) {
    checkName(name);
    ModelDescription model = new ModelDescription(BundleFiles.read(bundle));
    Optional<String> there = find(name, model);
    return there.isPresent()
        ? registered(name, there.get(), model, true)
        : registered(name, upload(bundle, name, model, time), model, false);
  }

  /**
   * Lets an alias stand for a version, and no longer for another one.
   *
   * @param alias such as {@link #CHAMPION}: letters, digits, dashes and underscores
   */
  public void setAlias(RegisteredModel model, String alias) {
    checkAlias(alias);
    server.post(
        "registered-models/alias",
        Json.mapper()
            .createObjectNode()
            .put("name", model.name())
            .put("alias", alias)
            .put("version", model.version()));
  }

  /** Throws where MLflow would not take a name of a model. */
  public static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw Problem.invalid(
          "name",
          "must be 1 to 200 letters, digits, dots, dashes, underscores or spaces, but is '%s'",
          name);
    }
  }

  /** Throws where MLflow would not take an alias. */
  public static void checkAlias(String alias) {
    if (!ALIAS.matcher(alias).matches() || KEPT.matcher(alias).matches()) {
      throw Problem.invalid(
          "alias",
          "must be a letter, then letters, digits, dashes or underscores, and neither latest nor"
              + " such as v1, but is '%s'",
          alias);
    }
  }

  /** Returns the version of a model that an alias stands for; empty where there is none. */
  public Optional<String> versionOf(String name, String alias) {
    return server
        .find("registered-models/alias", Map.of("name", name, "alias", alias))
        .map(found -> found.path("model_version").path("version").asText());
  }

  private RegisteredModel registered(
      String name, String version, ModelDescription model, boolean wasThere) {
    String page = server.page("models/" + name.replace(" ", "%20") + "/versions/" + version);
    return new RegisteredModel(name, version, model.bundle().version(), page, wasThere);
  }

  /**
   * Returns the version that holds the same bundle, if there is one; makes the model if need be.
   */
  private Optional<String> find(String name, ModelDescription model) {
    if (server.find("registered-models/get", Map.of("name", name)).isEmpty()) {
      ObjectNode body = Json.mapper().createObjectNode().put("name", name);
      server.post("registered-models/create", body);
      return Optional.empty();
    }
    Map<String, String> query =
        Map.of("filter", "name='" + name + "'", "max_results", String.valueOf(MOST_VERSIONS));
    for (JsonNode version : server.get("model-versions/search", query).path("model_versions")) {
      for (JsonNode tag : version.path("tags")) {
        if (tag.path("key").asText().equals(ModelDescription.VERSION)
            && tag.path("value").asText().equals(model.bundle().version())) {
          return Optional.of(version.path("version").asText());
        }
      }
    }
    return Optional.empty();
  }

  private String upload(Path bundle, String name, ModelDescription model, Instant time) {
    MlflowRuns runs = MlflowRuns.of(server, experiment);
    RunRecord record =
        model.record(
            ConfigLoader.leaves(
                new String(bytes(bundle.resolve(BundleFiles.CONFIG)), StandardCharsets.UTF_8),
                BundleFiles.CONFIG));
    MlflowRuns.Handle run = runs.create(record, time.toEpochMilli(), Map.of());
    try {
      String place =
          run.place().orElseThrow(() -> Problem.environment("%s", RunTracker.withoutFiles(run)));
      runs.log(run, record, time.toEpochMilli());
      for (String file : BundleFiles.names(bundle)) {
        runs.upload(place, FOLDER + "/" + file, bytes(bundle.resolve(file)));
      }
      byte[] description = model.file(FOLDER, run.id(), time).getBytes(StandardCharsets.UTF_8);
      runs.upload(place, FOLDER + "/" + ModelDescription.FILE, description);
      runs.end(run, time.toEpochMilli());
      return version(name, model, run);
    } catch (Problem problem) {
      runs.giveUp(run, time.toEpochMilli(), MlflowRuns.Status.FAILED);
      throw problem;
    } catch (CancellationException e) {
      runs.giveUp(run, time.toEpochMilli(), MlflowRuns.Status.KILLED);
      throw e;
    }
  }

  private String version(String name, ModelDescription model, MlflowRuns.Handle run) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("name", name);
    body.put("source", run.artifacts() + "/" + FOLDER);
    body.put("run_id", run.id());
    ArrayNode tags = body.putArray("tags");
    model.tags().forEach((key, value) -> tags.addObject().put("key", key).put("value", value));
    return server
        .post("model-versions/create", body)
        .path("model_version")
        .path("version")
        .asText();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", file, OutputFiles.reason(e)).causedBy(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
