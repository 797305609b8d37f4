package dev.synth.internal.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.features.CalendarOptions;
import dev.synth.features.Window;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeatureMachineTest {
  private static final long HOUR = 3_600_000_000L;
  private static final long DAY = 24 * HOUR;
  private static final String CARD = "card";

  private static Window window(String text) {
    return Window.parse(text).orElseThrow();
  }

  private static FeaturePlan plan(FeatureMeasure... measures) {
    return new FeaturePlan(
        List.of(new FeaturePlan.Entity(CARD, List.of(measures))),
        List.of(),
        Set.of(),
        HOUR / 6,
        90 * DAY);
  }

  private static FeatureMachine machine(FeatureMeasure... measures) {
    return new FeatureMachine(plan(measures), 1000);
  }

  private static Event event(String id, long time, long arrival, double amount) {
    return new Event(id, time, time, arrival, List.of("A"), new double[] {amount}, List.of(), null);
  }

  private static Event event(String id, long time, double amount) {
    return event(id, time, time, amount);
  }

  private static double take(FeatureMachine machine, Event event) {
    return machine.take(event).values()[0];
  }

  @Test
  void aWindowBeginsAtItsLengthBeforeTheRowAndEndsBeforeTheRow() {
    FeatureMachine machine = machine(new FeatureMeasure.Sum("amount", window("1h")));

    assertThat(take(machine, event("1", 0, 5))).isZero();
    assertThat(take(machine, event("2", HOUR, 7))).as("t − w is inside").isEqualTo(5);
    assertThat(take(machine, event("3", 2 * HOUR + 1, 9))).as("before t − w").isZero();
  }

  @Test
  void eventsOfOneTimeNeverSeeEachOther() {
    FeatureMachine machine = machine(new FeatureMeasure.Count(window("1h")));

    assertThat(take(machine, event("1", 10, 1))).isZero();
    assertThat(take(machine, event("2", 10, 1))).isZero();
    assertThat(take(machine, event("3", 11, 1))).isEqualTo(2);
  }

  @Test
  void theLastEventsAreThoseByTimeAndThenById() {
    FeatureMachine machine =
        machine(new FeatureMeasure.Lag("amount", 1), new FeatureMeasure.Lag("amount", 2));
    machine.take(event("b", 10, 22));
    machine.take(event("c", 10, 33));
    machine.take(event("a", 10, 11));

    assertThat(machine.take(event("d", 20, 0)).values()).containsExactly(33, 22);
  }

  /** Beside all earlier events looked at one by one: ties, gaps, late ones and forgotten ones. */
  @Test
  void distinctValuesAreThoseOfTheWindowInAnyOrderOfArrival() {
    RandomStream stream = new Seeds(3).stream("events");
    List<Event> events = new ArrayList<>();
    long time = 0;
    for (int i = 0; i < 1_500; i++) {
      time += stream.nextInt(3) * HOUR / 30;
      String shop = stream.nextInt(10) == 0 ? null : "s" + stream.nextInt(12);
      long arrival = time + stream.nextInt(9) * HOUR / 60;
      events.add(
          new Event(
              "e" + stream.nextInt(1_000_000) + "-" + i,
              time,
              time,
              arrival,
              List.of("A"),
              new double[0],
              Collections.singletonList(shop),
              null));
    }
    events.sort(Comparator.comparingLong(Event::arrivalMicros));
    FeatureMachine machine =
        new FeatureMachine(
            new FeaturePlan(
                List.of(
                    new FeaturePlan.Entity(
                        CARD,
                        List.of(
                            new FeatureMeasure.Distinct("shop", window("1h")),
                            new FeatureMeasure.Distinct("shop", window("3h")),
                            new FeatureMeasure.Distinct("shop", window("last 4"))))),
                List.of(),
                Set.of(),
                HOUR / 6,
                4 * HOUR),
            1_000);
    List<Event> taken = new ArrayList<>();
    for (Event row : events) {
      double[] values = machine.take(row).values();
      assertThat(values[0]).as(row.id()).isEqualTo(shops(taken, row, HOUR));
      assertThat(values[1]).as(row.id()).isEqualTo(shops(taken, row, 3 * HOUR));
      taken.add(row);
    }
  }

  private static double shops(List<Event> taken, Event row, long window) {
    Set<String> shops = new HashSet<>();
    for (Event each : taken) {
      String shop = each.texts().getFirst();
      long age = row.timeMicros() - each.timeMicros();
      boolean isSeen = each.arrivalMicros() < row.arrivalMicros();
      if (shop != null && isSeen && age > 0 && age <= window) {
        shops.add(shop);
      }
    }
    return shops.size();
  }

  @Test
  void aSumOfTheLastFewCountsByTimeAndId() {
    FeatureMachine machine = machine(new FeatureMeasure.Sum("amount", window("last 2")));
    machine.take(event("c", 10, 100));
    machine.take(event("b", 10, 10));
    machine.take(event("a", 10, 1));

    assertThat(take(machine, event("d", 20, 0))).isEqualTo(110);
  }

  @Test
  void aRowSeesOnlyWhatHadArrivedBeforeIt() {
    FeatureMachine machine = machine(new FeatureMeasure.Count(window("1h")));
    long minute = HOUR / 60;
    machine.take(event("1", 0, 0, 1));

    assertThat(take(machine, event("3", 3 * minute, 3 * minute, 1))).isEqualTo(1);
    assertThat(take(machine, event("2", minute, 4 * minute, 1))).as("its own past").isEqualTo(1);
    assertThat(take(machine, event("4", 4 * minute, 4 * minute, 1)))
        .as("the second arrived with it, and not before it")
        .isEqualTo(2);
    assertThat(take(machine, event("5", 5 * minute, 5 * minute, 1))).isEqualTo(4);
  }

  @Test
  void anEventLaterThanTheLatenessIsCountedAndSeenByNobody() {
    FeatureMachine machine = machine(new FeatureMeasure.Count(window("1h")));
    machine.take(event("1", 0, 1));
    long tenMinutes = HOUR / 6;

    assertThat(machine.take(event("2", 0, tenMinutes, 1)).outcome())
        .isEqualTo(FeatureMachine.EventFate.TAKEN);
    FeatureMachine.Taken late = machine.take(event("3", 0, tenMinutes + 1, 1));

    assertThat(late.outcome()).isEqualTo(FeatureMachine.EventFate.LATE);
    assertThat(late.values()).containsExactly(Double.NaN);
    assertThat(take(machine, event("4", tenMinutes + 2, 1))).isEqualTo(2);
    assertThat(machine.counts().late()).isEqualTo(1);
  }

  @Test
  void anEventBehindTheClockArrivesNow() {
    FeatureMachine machine = machine(new FeatureMeasure.Count(window("1h")));
    machine.take(event("1", HOUR, 1));

    assertThat(machine.take(event("2", HOUR - 1, 1)).outcome())
        .isEqualTo(FeatureMachine.EventFate.TAKEN);
    assertThat(machine.take(event("3", 0, 1)).outcome()).isEqualTo(FeatureMachine.EventFate.LATE);
  }

  @Test
  void aRetryChangesNothingAndHasTheFirstAnswer() {
    FeatureMachine machine = machine(new FeatureMeasure.Count(window("1h")));
    machine.take(event("1", 0, 1));
    machine.take(event("2", 10, 1));
    machine.take(event("3", 20, 1));

    FeatureMachine.Taken again = machine.take(event("2", 10, 1));

    assertThat(again.outcome()).isEqualTo(FeatureMachine.EventFate.RETRY);
    assertThat(again.values()).containsExactly(1);
    assertThat(take(machine, event("4", 30, 1))).isEqualTo(3);
    assertThat(machine.counts()).isEqualTo(new FeatureMachine.Counts(4, 1, 0, 0, 0));
  }

  @Test
  void aLabelIsSeenFromItsDelayAndItsArrivalOn() {
    FeatureMachine machine = machine(new FeatureMeasure.Risk(window("30d"), 7 * DAY));
    machine.take(event("1", 0, 1));
    assertThat(machine.label("1", true, DAY)).isTrue();

    assertThat(take(machine, event("2", 7 * DAY - 1, 1))).as("before its delay").isNaN();
    assertThat(take(machine, event("3", 7 * DAY, 1))).as("from its delay on").isEqualTo(1);
    assertThat(machine.label("2", false, 20 * DAY)).isTrue();
    assertThat(take(machine, event("4", 20 * DAY, 1))).as("from its arrival on").isEqualTo(0.5);
  }

  @Test
  void theFirstLabelCountsAndAStrayOneIsCounted() {
    FeatureMachine machine = machine(new FeatureMeasure.Risk(window("30d"), DAY));
    machine.take(event("1", 0, 1));

    assertThat(machine.label("1", true, 1)).isTrue();
    assertThat(machine.label("1", false, 2)).isFalse();
    assertThat(machine.label("?", true, 3)).isFalse();
    assertThat(machine.counts().strayLabels()).isEqualTo(2);
    assertThat(take(machine, event("2", 2 * DAY, 1))).isEqualTo(1);
  }

  @Test
  void theOrderOfEventsOfOneTimeChangesNoBit() {
    double[] amounts = {0.1, 0.2, 0.3, 1e9, -1e9, 0.07};
    List<double[]> results = new ArrayList<>();
    for (int shift = 0; shift < amounts.length; shift++) {
      FeatureMachine machine =
          machine(
              new FeatureMeasure.Sum("amount", window("1h")),
              new FeatureMeasure.Mean("amount", window("1h")),
              new FeatureMeasure.Deviation("amount", window("1h")));
      for (int i = 0; i < amounts.length; i++) {
        int at = (i + shift) % amounts.length;
        machine.take(event("id" + at, 0, amounts[at]));
      }
      results.add(machine.take(event("last", 1, 0)).values());
    }

    assertThat(results).allSatisfy(each -> assertThat(each).containsExactly(results.getFirst()));
    assertThat(results.getFirst()[0]).as("0.1 + 0.2 + 0.3 + 0.07, as decimals").isEqualTo(0.67);
  }

  @Test
  void whatAnEntityLacksIsMissing() {
    FeatureMachine machine =
        machine(
            new FeatureMeasure.SinceLast(Window.EVER, "hours_since_last"),
            new FeatureMeasure.Mean("amount", window("1h")),
            new FeatureMeasure.Count(window("1h")));
    Event keyless =
        new Event(
            "0",
            0,
            0,
            0,
            Collections.<@Nullable String>singletonList(null),
            new double[] {1},
            List.of(),
            null);

    assertThat(machine.take(keyless).values()).containsExactly(Double.NaN, Double.NaN, Double.NaN);
    assertThat(machine.take(event("1", 1, Double.NaN)).values())
        .containsExactly(Double.NaN, Double.NaN, 0);
    assertThat(machine.take(event("2", HOUR / 2, 4)).values())
        .as("the first amount is missing, and no value is no mean")
        .containsExactly((HOUR / 2 - 1) / 3.6e9, Double.NaN, 1);
  }

  @Test
  void aFullStateIsToldAndNothingIsForgottenForIt() {
    FeatureMachine machine = new FeatureMachine(plan(new FeatureMeasure.Count(window("1h"))), 2);
    machine.take(event("1", 0, 1));
    machine.take(event("2", 1, 1));

    assertThatThrownBy(() -> machine.take(event("3", 2, 1)))
        .isInstanceOf(FeatureMachine.Full.class);
    assertThat(machine.take(event("2", 1, 1)).outcome()).isEqualTo(FeatureMachine.EventFate.RETRY);
    assertThat(take(machine, event("4", 2 * HOUR, 1)))
        .as("an hour and ten minutes on, both are out of every reach")
        .isZero();
  }

  @Test
  void whatNobodyCanSeeIsForgotten() {
    FeatureMachine machine = machine(new FeatureMeasure.Count(window("1h")));
    for (int i = 0; i < 500; i++) {
      machine.take(event("id" + i, i * HOUR, 1));
    }

    assertThat(machine.size()).isLessThan(4);
    assertThat(machine.entityCount()).isEqualTo(1);
  }

  /** Another thread writes an image while events and labels come, and old ones are forgotten. */
  @Test
  void anImageStaysWhatItWas() throws IOException {
    FeaturePlan plan = plan(new FeatureMeasure.Risk(window("30d"), 0));
    FeatureMachine machine = new FeatureMachine(plan, 10 * RememberedEvents.BLOCK);
    int count = 2 * RememberedEvents.BLOCK + 7;
    for (int i = 0; i < count; i++) {
      machine.take(event("id" + i, i, 1));
    }
    for (int i = 0; i < count; i += 2) {
      machine.label("id" + i, i % 3 == 0, i);
    }
    MachineImage image = machine.image();
    byte[] before = bytes(plan, image);

    for (int i = 0; i < count; i++) {
      machine.label("id" + i, true, count);
      machine.take(event("later" + i, count + i, 1));
    }
    assertThat(bytes(plan, image)).isEqualTo(before);
    machine.take(event("last", 400 * DAY, 1));
    assertThat(machine.size()).isEqualTo(1);
    assertThat(image.events())
        .hasSize(count)
        .allSatisfy(each -> assertThat(each.answer()).as("late by now").isNull());
    assertThat(image.events().get(count - 1).event().id()).isEqualTo("id" + (count - 1));
    assertThat(bytes(plan, machine.image())).isNotEqualTo(before);
  }

  /** Places are counted by an int, and a busy server comes to its end within a month. */
  @Test
  void placesThatBeginAnewChangeNothing() throws IOException {
    FeaturePlan plan =
        plan(
            new FeatureMeasure.Sum("amount", window("1h")),
            new FeatureMeasure.Lag("amount", 2),
            new FeatureMeasure.Risk(window("1h"), 0));
    int capacity = 10 * RememberedEvents.BLOCK;
    for (int base :
        new int[] {-RememberedEvents.BLOCK, Integer.MAX_VALUE - RememberedEvents.BLOCK + 1}) {
      FeatureMachine machine = new FeatureMachine(plan, capacity, new RememberedEvents(plan, base));
      FeatureMachine beside = new FeatureMachine(plan, capacity);
      for (int i = 0; i < 3 * RememberedEvents.BLOCK; i++) {
        Event event = event("id" + i, i * HOUR / 360, (i * 7 % 13) / 4.0);
        assertThat(machine.take(event).values()).isEqualTo(beside.take(event).values());
        assertThat(machine.label("id" + (i - 3), i % 5 == 0, event.arrivalMicros()))
            .isEqualTo(beside.label("id" + (i - 3), i % 5 == 0, event.arrivalMicros()));
      }
      assertThat(machine.size()).isEqualTo(beside.size()).isPositive();
      assertThat(bytes(plan, machine.image())).isEqualTo(bytes(plan, beside.image()));
    }
  }

  private static byte[] bytes(FeaturePlan plan, MachineImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new StateCodec(plan).write(image, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /** The first event arrived late, so that the second, older one is remembered as long as it is. */
  @Test
  void anIdThatIsFreeAgainHasNoLabelOfItsFirstEvent() {
    FeaturePlan plan = plan(new FeatureMeasure.Risk(window("30d"), 0));
    FeatureMachine machine = new FeatureMachine(plan, 10);
    long minute = HOUR / 60;
    machine.take(event("a", 5 * minute, 5 * minute, 1));
    machine.take(event("b", minute, 6 * minute, 1));
    assertThat(machine.label("b", true, 6 * minute)).isTrue();

    long free = minute + 30 * DAY + HOUR / 6 + minute;
    assertThat(machine.take(event("b", free, 1)).outcome())
        .isEqualTo(FeatureMachine.EventFate.TAKEN);
    assertThat(machine.size()).isEqualTo(3);
    assertThat(machine.label("b", false, free)).isTrue();
    assertThat(take(machine, event("c", free + minute, 1))).isZero();
  }

  @Test
  void theCalendarIsByTheClockOfTheCell() {
    FeaturePlan plan =
        new FeaturePlan(
            List.of(),
            List.of(CalendarOptions.Field.values()),
            Set.of(20_447L), // 2025-12-25, a Thursday
            0,
            null);
    long local = 20_447 * DAY + 13 * HOUR;
    Event event = new Event("1", 0, local, 0, List.of(), new double[0], List.of(), null);

    assertThat(new FeatureMachine(plan, 1).take(event).values()).containsExactly(13, 3, 1);
  }
}
