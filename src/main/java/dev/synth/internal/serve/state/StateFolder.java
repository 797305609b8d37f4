package dev.synth.internal.serve.state;

import dev.synth.base.Problem;
import dev.synth.internal.features.FeaturePlan;
import dev.synth.internal.features.MachineImage;
import dev.synth.internal.features.StateCodec;
import dev.synth.internal.files.Hashes;
import dev.synth.internal.files.OutputFiles;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of numbered snapshots and logs. Snapshot n holds what came before log n; a state is the
 * newest whole snapshot and the logs from its number on. Older files are removed once a newer
 * snapshot is whole.
 */
final class StateFolder {
  private static final String SNAPSHOT = "snapshot-";
  private static final String LOG = "events-";
  private static final String ENDING = ".bin";
  private static final String PARTIAL = ".partial";
  private static final int SUM_BYTES = 8;

  private final Path folder;
  private final FeaturePlan plan;
  private final String identity;

  StateFolder(Path folder, FeaturePlan plan) {
    this.folder = folder;
    this.plan = plan;
    this.identity = Hashes.ofText(plan.toJson().toString());
    OutputFiles.folder(folder);
  }

  /** Removes snapshots that a killed process left unfinished; for the holder of the lock. */
  void tidy() {
    names("[.]" + SNAPSHOT + "[0-9]{1,9}" + PARTIAL)
        .forEach(name -> OutputFiles.remove(folder.resolve(name)));
  }

  /** Returns the numbers of the files of a kind, the smallest first. */
  private List<Integer> numbers(String kind) {
    return names(kind + "[0-9]{1,9}" + ENDING).stream()
        .map(name -> Integer.parseInt(name.replaceAll("[^0-9]", "")))
        .sorted()
        .toList();
  }

  private List<String> names(String pattern) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(pattern))
          .toList();
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", folder, OutputFiles.reason(e)).causedBy(e);
    }
  }

  private Path file(String kind, int number) {
    return folder.resolve(kind + number + ENDING);
  }

  /** Returns the number of the newest snapshot; 0 where there is none. */
  int newest() {
    List<Integer> snapshots = numbers(SNAPSHOT);
    return snapshots.isEmpty() ? 0 : snapshots.getLast();
  }

  /** Returns the logs from a number on. */
  List<Path> logs(int first) {
    return numbers(LOG).stream()
        .filter(number -> number >= first)
        .map(number -> file(LOG, number))
        .toList();
  }

  /** Returns a number that no file has. */
  int next() {
    List<Integer> logs = numbers(LOG);
    return Math.max(newest(), logs.isEmpty() ? 0 : logs.getLast()) + 1;
  }

  /** Begins a log. */
  EventLog begin(int number) {
    return EventLog.begin(file(LOG, number), new StateCodec(plan));
  }

  /** Writes a snapshot, whole or not at all, and removes what it makes superfluous. */
  void write(int number, MachineImage image) {
    Path target = file(SNAPSHOT, number);
    Path partial = folder.resolve("." + SNAPSHOT + number + PARTIAL);
    OutputFiles.writing(
        target,
        () -> {
          try {
            write(partial, image);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
          } finally {
            Files.deleteIfExists(partial); // a full disk needs the room
          }
        });
    numbers(SNAPSHOT).stream()
        .filter(old -> old < number)
        .forEach(old -> OutputFiles.remove(file(SNAPSHOT, old)));
    numbers(LOG).stream()
        .filter(old -> old < number)
        .forEach(old -> OutputFiles.remove(file(LOG, old)));
  }

  private void write(Path file, MachineImage image) throws IOException {
    CheckedOutputStream sum =
        new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), new CRC32());
    try (DataOutputStream out = new DataOutputStream(sum)) {
      out.writeUTF(identity);
      new StateCodec(plan).write(image, out);
      out.writeLong(sum.getChecksum().getValue());
    }
  }

  /**
   * Reads the snapshot of a number; null for 0.
   *
   * @throws Problem (data) if it is damaged, or of other features
   */
  @Nullable MachineImage read(int number) {
    if (number == 0) {
      return null;
    }
    Path file = file(SNAPSHOT, number);
    try {
      byte[] bytes = Files.readAllBytes(file);
      int length = bytes.length - SUM_BYTES;
      CRC32 sum = new CRC32();
      sum.update(bytes, 0, Math.max(0, length));
      boolean isWhole =
          length > 0
              && sum.getValue()
                  == new DataInputStream(
                          new ByteArrayInputStream(Arrays.copyOfRange(bytes, length, bytes.length)))
                      .readLong();
      if (!isWhole) {
        throw Problem.data("the snapshot %s is damaged; remove it to begin without it", file);
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      if (!in.readUTF().equals(identity)) {
        throw Problem.data(
            "the state in %s is of other features than the model's; name another folder", folder);
      }
      return new StateCodec(plan).image(in);
    } catch (IOException e) {
      throw Problem.environment("cannot read %s: %s", file, OutputFiles.reason(e)).causedBy(e);
    }
  }
}
