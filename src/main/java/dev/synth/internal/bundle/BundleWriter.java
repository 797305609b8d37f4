package dev.synth.internal.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Version;
import dev.synth.internal.classify.files.StoredClassifiers;
import dev.synth.internal.files.Hashes;
import dev.synth.internal.files.OutputFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes bundles, whole or not at all, in the form that {@link BundleFiles} describes. */
public final class BundleWriter {
  private static final List<String> WITHOUT_FEATURES = List.of("scores");

  private BundleWriter() {}

  /**
   * The content that is written beside the model.
   *
   * @param reference what the rows were like
   * @param provenance where the model comes from; nothing that depends on machine or time
   * @param config the config, with every default
   */
  public record Beside(FittedReference reference, Object provenance, String config) {}

  /**
   * Refuses a folder that must not be written to.
   *
   * @param overwrite whether a bundle that is there may be replaced
   * @throws Problem (usage) if there is one, or a folder of something else
   */
  public static void check(Path folder, boolean overwrite) {
    if (!Files.exists(folder) || isEmpty(folder)) {
      return;
    }
    if (!Files.isRegularFile(folder.resolve(BundleFiles.DESCRIPTION))) {
      throw Problem.usage(
          "%s is there and is no bundle, so nothing is written to it; choose another folder",
          folder);
    }
    if (!overwrite) {
      throw Problem.usage("%s holds a bundle; choose another folder", folder)
          .remedy(Remedy.OVERWRITE);
    }
  }

  private static boolean isEmpty(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", folder, OutputFiles.reason(e)).causedBy(e);
    }
  }

  /**
   * Writes a bundle, whole or not at all.
   *
   * @param folder replaced if it exists
   * @return the model's version
   */
  public static String write(Path folder, Bundle bundle, Beside beside) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(BundleFiles.DESCRIPTION, bytes(Json.write(description(bundle))));
    files.putAll(StoredClassifiers.write(bundle.classifier()));
    files.put(BundleFiles.REFERENCE, bytes(Json.writeDense(beside.reference().toJson())));
    files.put(BundleFiles.PROVENANCE, bytes(Json.write(beside.provenance())));
    files.put(BundleFiles.CONFIG, bytes(beside.config()));
    String sums = sums(files);
    files.put(BundleFiles.SUMS, bytes(sums));
    Path place = folder.toAbsolutePath().normalize();
    Path parent = place.getParent();
    if (parent == null) {
      throw Problem.usage("%s cannot be a bundle's folder", folder);
    }
    OutputFiles.folder(parent);
    Path partial = parent.resolve(PlainText.of(".%s.partial", place.getFileName()));
    Path old = parent.resolve(PlainText.of(".%s.old", place.getFileName()));
    OutputFiles.remove(partial);
    OutputFiles.remove(old);
    try {
      OutputFiles.folder(partial);
      files.forEach(
          (name, content) ->
              OutputFiles.writing(
                  partial.resolve(name), () -> Files.write(partial.resolve(name), content)));
      if (Files.exists(place)) {
        move(place, old);
      }
      move(partial, place);
    } finally {
      OutputFiles.remove(partial);
    }
    OutputFiles.remove(old);
    return BundleFiles.version(sums);
  }

  /**
   * Puts a bundle into the place of another, which is kept under another name.
   *
   * @param kept replaced if it is a bundle
   * @throws Problem of the environment if a folder can't be moved; the old one is in its place then
   */
  public static void promote(Path challenger, Path champion, Path kept) {
    check(kept, true);
    OutputFiles.remove(kept);
    move(champion, kept);
    try {
      move(challenger, champion);
    } catch (Problem problem) {
      move(kept, champion);
      throw problem;
    }
  }

  private static void move(Path from, Path to) {
    OutputFiles.writing(to, () -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sums(Map<String, byte[]> files) {
    StringBuilder sums = new StringBuilder();
    new TreeMap<>(files)
        .forEach(
            (name, content) ->
                sums.append(Hashes.ofBytes(content)).append("  ").append(name).append('\n'));
    return sums.toString();
  }

  private static ObjectNode description(Bundle bundle) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("format", BundleFiles.FORMAT);
    json.put("schema_version", BundleFiles.SCHEMA_VERSION);
    FeatureContract features = bundle.features();
    json.set("needs", Json.tree(features == null ? WITHOUT_FEATURES : BundleFiles.NEEDS));
    json.put("synth", Version.text());
    json.set("model", Json.tree(bundle.facts()));
    json.set("calibration", bundle.calibration().toJson());
    json.set("contract", bundle.contract().toJson());
    if (features != null) {
      json.set("features", features.toJson());
    }
    return json;
  }
}
