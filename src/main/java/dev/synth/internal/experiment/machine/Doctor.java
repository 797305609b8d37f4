package dev.synth.internal.experiment.machine;

import dev.synth.base.Problem;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Version;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.listing.Checkup;
import dev.synth.internal.listing.Checkup.Check;
import dev.synth.internal.listing.Checkup.Status;
import dev.synth.internal.listing.Checkup.Topic;
import dev.synth.internal.neural.layer.NeuralRuntime;
import dev.synth.internal.note.RunNote;
import dev.synth.internal.report.wording.run.RunNoteSentences;
import dev.synth.internal.table.Duck;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks for what synth needs on this machine. */
public final class Doctor {
  /** A table of a few hundred thousand rows needs more. */
  private static final long LITTLE_MEMORY_MIB = 1024;

  private Doctor() {}

  /**
   * Looks.
   *
   * @param out the folder below which runs go; nothing new is left in it
   */
  public static Checkup examine(Path out) {
    return new Checkup(
        List.of(
            fine(Topic.VERSION, Version.fingerprint()),
            fine(Topic.JDK, jdk()),
            fine(Topic.SYSTEM, system()),
            fine(Topic.PROCESSORS, String.valueOf(Runtime.getRuntime().availableProcessors())),
            memory(Runtime.getRuntime().maxMemory() >> 20),
            networks(),
            gpu(),
            kernel(System.getenv("OPENBLAS_CORETYPE")),
            tables(),
            folder(out)));
  }

  private static String jdk() {
    return PlainText.of("%s (%s)", Runtime.version(), System.getProperty("java.vendor", "unknown"));
  }

  private static String system() {
    return PlainText.of(
        "%s %s, %s",
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"));
  }

  static Check memory(long mib) {
    Status status = mib >= LITTLE_MEMORY_MIB ? Status.OK : Status.NOTE;
    return new Check(Topic.MEMORY, status, PlainText.of("%d MiB", mib), null);
  }

  private static Check networks() {
    try {
      NeuralRuntime.start();
      String note =
          NeuralRuntime.lacksGpu() ? RunNoteSentences.of(new RunNote.UnusedGpu()).getFirst() : null;
      Status status = note == null ? Status.OK : Status.NOTE;
      return new Check(Topic.NETWORKS, status, NeuralRuntime.backend(), note);
    } catch (LinkageError | RuntimeException e) { // whatever keeps a native library from loading
      return missing(
          Topic.NETWORKS, Objects.requireNonNullElse(e.getMessage(), e.getClass().getName()));
    }
  }

  /** Returns a check with what a GPU is used by; empty where this build can use none. */
  private static Check gpu() {
    if (!NeuralRuntime.isBuiltForGpu()) {
      return fine(Topic.GPU, "");
    }
    try {
      return fine(Topic.GPU, NeuralRuntime.onGpu() ? "CUDA" : "none");
    } catch (LinkageError | RuntimeException e) { // the line of the networks says why
      return fine(Topic.GPU, "none");
    }
  }

  /**
   * Returns a check with the kernel that the environment names; the presets of OpenBLAS have no
   * call that says which one it takes by itself.
   */
  static Check kernel(@Nullable String named) {
    boolean isNamed = named != null && !named.isEmpty();
    return fine(Topic.KERNEL, isNamed ? String.valueOf(named) : "");
  }

  private static Check tables() {
    return tried(
        Topic.TABLES,
        () -> {
          Duck.open(false).close();
          return "DuckDB";
        });
  }

  static Check folder(Path out) {
    Path folder = out.toAbsolutePath().normalize();
    return tried(
        Topic.FOLDER,
        () -> {
          OutputFiles.check(folder);
          return folder.toString();
        });
  }

  private static Check tried(Topic topic, Supplier<String> look) {
    try {
      return fine(topic, look.get());
    } catch (Problem e) {
      return missing(topic, String.valueOf(e.getMessage()));
    }
  }

  private static Check fine(Topic topic, String found) {
    return new Check(topic, Status.OK, found, null);
  }

  private static Check missing(Topic topic, String why) {
    return new Check(topic, Status.MISSING, "", why);
  }
}
