package dev.synth.internal.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events and images of machines as bytes, and back, exactly. Whatever is read is checked. */
public final class StateCodec {
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_EVENTS = 1 << 30;
  private static final byte NONE = -1;

  private final FeaturePlan plan;

  /** Texts that came before: entities come again and again. */
  private final Map<String, String> same = new HashMap<>();

  /** A codec of a plan's events. */
  public StateCodec(FeaturePlan plan) {
    this.plan = plan;
  }

  /** Writes an event. */
  public void write(Event event, DataOutput out) throws IOException {
    text(event.id(), out);
    out.writeLong(event.timeMicros());
    out.writeLong(event.localMicros());
    out.writeLong(event.arrivalMicros());
    for (String key : event.keys()) {
      text(key, out);
    }
    for (double number : event.numbers()) {
      out.writeDouble(number);
    }
    for (String text : event.texts()) {
      text(text, out);
    }
    flag(event.label(), out);
  }

  private static void flag(@Nullable Boolean value, DataOutput out) throws IOException {
    out.writeByte(value == null ? NONE : value ? 1 : 0);
  }

  private static void text(@Nullable String text, DataOutput out) throws IOException {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(text == null ? NONE : bytes.length);
    out.write(bytes);
  }

  /**
   * Reads an event.
   *
   * @throws IllegalArgumentException if it is none
   */
  public Event event(DataInput in) throws IOException {
    String id = text(in);
    if (id == null) {
      throw new IllegalArgumentException("an event without an id");
    }
    long time = in.readLong();
    long local = in.readLong();
    long arrival = in.readLong();
    List<@Nullable String> keys = texts(plan.entities().size(), in);
    double[] numbers = new double[plan.numbers().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readDouble();
    }
    List<@Nullable String> texts = texts(plan.texts().size(), in);
    return new Event(id, time, local, arrival, keys, numbers, texts, flag(in));
  }

  private List<@Nullable String> texts(int count, DataInput in) throws IOException {
    @Nullable String[] texts = new @Nullable String[count];
    for (int i = 0; i < count; i++) {
      String text = text(in);
      texts[i] = text == null ? null : same.computeIfAbsent(text, each -> each);
    }
    return Arrays.asList(texts);
  }

  private static @Nullable Boolean flag(DataInput in) throws IOException {
    byte value = in.readByte();
    return value == NONE ? null : (Boolean) (value == 1);
  }

  private static @Nullable String text(DataInput in) throws IOException {
    int length = in.readInt();
    if (length == NONE) {
      return null;
    }
    byte[] bytes = new byte[within(length, MOST_BYTES)];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int within(int count, int most) {
    if (count < 0 || count > most) {
      throw new IllegalArgumentException("a length of " + count);
    }
    return count;
  }

  /** Writes an image. */
  public void write(MachineImage image, DataOutput out) throws IOException {
    out.writeLong(image.clockMicros());
    FeatureMachine.Counts counts = image.counts();
    for (long count :
        List.of(
            counts.taken(),
            counts.retries(),
            counts.late(),
            counts.labels(),
            counts.strayLabels())) {
      out.writeLong(count);
    }
    out.writeInt(image.events().size());
    for (MachineImage.Remembered each : image.events()) {
      write(each.event(), out);
      out.writeBoolean(each.isSeen());
      flag(each.label(), out);
      double[] answer = each.answer();
      out.writeBoolean(answer != null);
      for (double value : answer == null ? new double[0] : answer) {
        out.writeDouble(value);
      }
    }
  }

  /**
   * Reads an image.
   *
   * @throws IllegalArgumentException if it is none
   */
  public MachineImage image(DataInput in) throws IOException {
    long clock = in.readLong();
    FeatureMachine.Counts counts =
        new FeatureMachine.Counts(
            in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    int size = within(in.readInt(), MOST_EVENTS);
    List<MachineImage.Remembered> events = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Event event = event(in);
      boolean isSeen = in.readBoolean();
      Boolean label = flag(in);
      double[] answer = null;
      if (in.readBoolean()) {
        answer = new double[plan.names().size()];
        for (int column = 0; column < answer.length; column++) {
          answer[column] = in.readDouble();
        }
      }
      events.add(new MachineImage.Remembered(event, isSeen, label, answer));
    }
    return new MachineImage(clock, counts, events);
  }
}
