package dev.synth.internal.serve.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.features.FeatureOptions;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.internal.features.Event;
import dev.synth.internal.features.FeatureMachine;
import dev.synth.internal.features.History;
import dev.synth.internal.features.rows.EventReader;
import dev.synth.internal.features.rows.FeatureDefinition;
import dev.synth.internal.features.rows.FeatureTable;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 200,000 simulated events, one by one, have the features of the table, to the last bit. */
@Tag("slow")
class EventReplayTest {
  private static final int ROWS = 200_000;
  private static final int SNAPSHOT_ENTRIES = 40_000;
  private static final long TEN_MINUTES = 600_000_000L;
  private static final String FEATURES =
      """
      data: {source: demo}
      split: {method: time}
      features:
        event_id: transaction_id
        lateness: 10m
        forget: 30d
        calendar: {fields: [hour, weekday]}
        entities:
          card_id:
            - time-since-last
            - first-seen
            - {count: [1h, 1d, last 5]}
            - {sum: {of: amount, over: 7d}}
            - {mean: {of: amount, over: [30d, last 10]}}
            - {deviation: {of: amount, over: 30d}}
            - {ratio_to_mean: {of: amount, over: 30d}}
            - {distinct: {of: merchant_category, over: [7d, last 5]}}
            - {lag: {of: amount, back: 1}}
            - {risk: {over: 14d, delay: 7d}}
          merchant_country:
            - {count: 1h}
            - {mean: {of: amount, over: 1d}}
            - {risk: {over: 14d, delay: 7d}}
      """
          .replace("{count: 1h}", "{count: [1h]}");

  @TempDir Path folder;

  /** A stream of events as they are sent, beside the table that has the same features. */
  private record Stream(FeatureTable table, History history, List<Integer> sent, BitSet retries) {
    /**
     * Simulates.
     *
     * @param isShuffled whether events arrive up to ten minutes after their time
     * @param hasRetries whether one in a hundred is sent again
     */
    static Stream of(boolean isShuffled, boolean hasRetries) {
      RandomStream random = new Seeds(11).stream("replay");
      FeatureOptions options =
          Objects.requireNonNull(ConfigLoader.parse(FEATURES, "test", List.of()).features());
      LabelledTable rows = TransactionSimulator.labelled(new Seeds(5), ROWS);
      if (isShuffled) {
        rows = withArrivals(rows, random);
        options = dev.synth.base.Records.with(options, "arrival", "arrived");
      }
      FeatureDefinition definition = FeatureDefinition.of(options, TransactionSimulator.TIME);
      History history = new EventReader(definition, rows.features()).history(rows.rareRows());
      List<Integer> order = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
      order.sort(
          Comparator.comparingLong(
              row -> Objects.requireNonNull(history.events().get(row)).arrivalMicros()));
      List<Integer> sent = new ArrayList<>();
      BitSet retries = new BitSet();
      for (int i = 0; i < ROWS; i++) {
        sent.add(order.get(i));
        if (hasRetries && random.nextInt(100) == 0) {
          retries.set(sent.size());
          sent.add(order.get(Math.max(0, i - random.nextInt(500))));
        }
      }
      return new Stream(FeatureTable.of(rows, definition), history, sent, retries);
    }

    private static LabelledTable withArrivals(LabelledTable rows, RandomStream random) {
      Cells.Instants times = (Cells.Instants) rows.features().cells(TransactionSimulator.TIME);
      long[] arrivals = new long[ROWS];
      for (int row = 0; row < ROWS; row++) {
        arrivals[row] = times.value(row) + (long) (random.nextDouble() * TEN_MINUTES);
      }
      Table table =
          rows.features()
              .with(
                  0,
                  new Column("arrived", ColumnType.Timestamp.defaults()),
                  new Cells.Instants(arrivals, new BitSet()));
      return new LabelledTable(table, rows.rareRows(), rows.label());
    }

    Event event(int place) {
      return Objects.requireNonNull(history.events().get(sent.get(place)));
    }

    /** Sends an event, and its label behind it: what hides that is its delay. */
    FeatureMachine.Taken send(int place, FeatureState state) {
      FeatureMachine.Taken taken = state.take(List.of(event(place))).getFirst();
      label(place, state);
      return taken;
    }

    void label(int place, FeatureState state) {
      boolean isRare = history.rare().get(sent.get(place));
      state.label(List.of(new FeatureState.KnownLabel(event(place).id(), isRare, Long.MIN_VALUE)));
    }

    /** Sends events from a place on, and returns how many bits differ from the table's. */
    long differingBits(int from, FeatureState state) {
      long bits = 0;
      for (int place = from; place < sent.size(); place++) {
        FeatureMachine.Taken taken = send(place, state);
        assertThat(taken.outcome())
            .isEqualTo(
                retries.get(place)
                    ? FeatureMachine.EventFate.RETRY
                    : FeatureMachine.EventFate.TAKEN);
        for (int column = 0; column < taken.values().length && !retries.get(place); column++) {
          long expected =
              Double.doubleToLongBits(table.columns().values()[column][sent.get(place)]);
          bits += Long.bitCount(expected ^ Double.doubleToLongBits(taken.values()[column]));
        }
      }
      return bits;
    }
  }

  private static FeatureState state(Stream stream, @Nullable Path folder) {
    return new FeatureState(
        stream.table().definition().plan(),
        new StateOptions(folder, null, ROWS, SNAPSHOT_ENTRIES, InstantSource.system()),
        machine -> {},
        sentence -> {});
  }

  @Test
  void sortedEventsHaveTheBitsOfTheTable() {
    Stream stream = Stream.of(false, false);
    try (FeatureState state = state(stream, null)) {
      assertThat(stream.differingBits(0, state)).isZero();
    }
  }

  @Test
  void shuffledEventsWithRetriesHaveTheBitsOfTheTable() {
    Stream stream = Stream.of(true, true);
    try (FeatureState state = state(stream, null)) {
      assertThat(stream.differingBits(0, state)).isZero();
      assertThat(state.size().counts().retries()).isBetween(1_500L, 2_500L);
      assertThat(state.size().counts().late()).isZero();
    }
  }

  /** Sends until it is killed. */
  static final class Feeder {
    private Feeder() {}

    public static void main(String[] args) {
      Stream stream = Stream.of(true, true);
      FeatureState state = state(stream, Path.of(args[0]));
      for (int place = 0; place < stream.sent().size(); place++) {
        stream.send(place, state);
      }
      throw new IllegalStateException("nobody killed the feeder");
    }
  }

  @Test
  void aProcessThatWasKilledGoesOnWithTheBitsOfTheTable() throws Exception {
    Path place = folder.resolve("state");
    Process feeder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Feeder.class.getName(),
                place.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("feeder.txt").toFile())
            .start();
    while (feeder.isAlive() && !hasSnapshot(place)) {
      Thread.sleep(20);
    }
    Thread.sleep(300);
    feeder.destroyForcibly(); // SIGKILL where there is one
    assertThat(feeder.waitFor(30, TimeUnit.SECONDS)).isTrue();
    Stream stream = Stream.of(true, true);
    try (FeatureState state = state(stream, place)) {
      FeatureMachine.Counts counts = state.size().counts();
      int next = (int) (counts.taken() + counts.retries());
      assertThat(next)
          .as(Files.readString(folder.resolve("feeder.txt")))
          .isBetween(SNAPSHOT_ENTRIES / 2, stream.sent().size() - 1);
      stream.label(next - 1, state); // the kill may have come before it
      assertThat(stream.differingBits(next, state)).isZero();
    }
  }

  /** Snapshot 1 is written at the start. */
  private static boolean hasSnapshot(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return false;
    }
    try (java.util.stream.Stream<Path> files = Files.list(place)) {
      return files.anyMatch(file -> file.getFileName().toString().matches("snapshot-[2-9].bin"));
    }
  }
}
