package dev.synth.internal.serve.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import dev.synth.internal.bundle.PastBundle;
import dev.synth.internal.features.Event;
import dev.synth.internal.features.FeatureMachine;
import dev.synth.internal.features.FeaturePlan;
import dev.synth.internal.features.MachineImage;
import dev.synth.internal.features.StateCodec;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs and snapshots on a disk that is full for a while. */
class EventLogTest {
  private static final FeaturePlan PLAN = PastBundle.of(60).definition().plan();

  @TempDir Path folder;

  /** A file whose disk gets full in the middle of an entry. */
  private static final class FullFile extends RandomAccessFile {
    private boolean isFull;

    FullFile(Path file) throws IOException {
      super(file.toFile(), "rw");
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      if (isFull) {
        super.write(bytes, 0, bytes.length / 2);
        throw new IOException("No space left on device");
      }
      super.write(bytes);
    }
  }

  @Test
  void whatComesAfterAFullDiskIsRead() throws IOException {
    Path file = folder.resolve("log");
    FullFile disk = new FullFile(file);
    try (EventLog log = new EventLog(file, disk, new StateCodec(PLAN))) {
      log.add("before", true, 1);
      disk.isFull = true;
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> log.add("refused", true, 2))
            .isInstanceOf(Problem.class)
            .hasMessageContaining("No space left on device");
      }
      disk.isFull = false;
      log.add("after", true, 3);
    }
    List<String> read = new ArrayList<>();
    EventLog.read(
        file,
        new StateCodec(PLAN),
        new EventLog.Taker() {
          @Override
          public void event(Event event) {
            read.add(event.id());
          }

          @Override
          public void label(String id, boolean isRare, long arrivalMicros) {
            read.add(id);
          }
        });
    assertThat(read).containsExactly("before", "after");
  }

  @Test
  void aSnapshotThatCannotBeWrittenIsToldOfAndNothingIsLost() throws IOException {
    Path place = folder.resolve("state");
    List<String> warnings = new CopyOnWriteArrayList<>();
    FeatureState state = state(place, warnings);
    for (int number = 2; number < 10; number++) {
      Files.createDirectory(place.resolve(".snapshot-" + number + ".partial"));
    }
    for (int i = 0; i < 10; i++) {
      state.label(List.of(new FeatureState.KnownLabel("event " + i, true, i)));
    }
    assertThatThrownBy(state::close).isInstanceOf(Problem.class);
    assertThat(warnings)
        .isNotEmpty()
        .allSatisfy(
            each -> assertThat(each).endsWith("; the logs since the last snapshot are kept"));
    try (FeatureState again = state(place, warnings)) {
      assertThat(again.size()).isEqualTo(state.size());
      assertThat(again.size().counts().strayLabels()).isEqualTo(10);
    }
  }

  @Test
  void aSnapshotThatFailsLeavesNoBytes() throws IOException {
    StateFolder state = new StateFolder(folder, PLAN);
    Files.createDirectories(folder.resolve("snapshot-1.bin").resolve("in the way"));
    MachineImage image = new FeatureMachine(PLAN, 100).image();
    assertThatThrownBy(() -> state.write(1, image)).isInstanceOf(Problem.class);
    assertThat(folder).isDirectoryNotContaining("glob:**.partial");
  }

  @Test
  void whatAKilledProcessLeftUnfinishedIsRemoved() throws IOException {
    Path left = folder.resolve(".snapshot-7.partial");
    Path others = folder.resolve(".notes.partial");
    Files.writeString(left, "half");
    Files.writeString(others, "theirs");
    state(folder, new ArrayList<>()).close();
    assertThat(left).doesNotExist();
    assertThat(others).exists();
  }

  private static FeatureState state(Path place, List<String> warnings) {
    return new FeatureState(
        PLAN,
        new StateOptions(place, null, 100, 4, InstantSource.fixed(Instant.EPOCH)),
        machine -> {},
        warnings::add);
  }
}
