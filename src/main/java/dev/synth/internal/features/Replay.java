package dev.synth.internal.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Feeds rows to a machine in the order of their arrival; the columns are in the rows' own order.
 */
public final class Replay {
  private final FeatureMachine machine;
  private final History history;

  /** The rows that count: labels of retries and of late rows are no labels of events. */
  private final BitSet taken = new BitSet();

  private Replay(FeatureMachine machine, History history) {
    this.machine = machine;
    this.history = history;
  }

  /** Returns the columns of rows that no other rows came before. */
  public static FeatureColumns of(History history, FeaturePlan plan) {
    return of(history, new FeatureMachine(plan, Integer.MAX_VALUE));
  }

  /**
   * Returns the columns of rows that come after those that a machine has taken.
   *
   * @throws FeatureMachine.Full if the machine has no room for them
   */
  public static FeatureColumns of(History history, FeatureMachine machine) {
    return new Replay(machine, history).run();
  }

  /**
   * Returns the rows in the order of their arrival, then of time, id and place; those without a
   * time are left out.
   */
  static List<Integer> order(List<? extends @Nullable Event> events) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < events.size(); row++) {
      if (events.get(row) != null) {
        rows.add(row);
      }
    }
    Comparator<Integer> order = (one, other) -> compare(at(events, one), at(events, other));
    rows.sort(order.thenComparing(Comparator.naturalOrder()));
    return rows;
  }

  private static Event at(List<? extends @Nullable Event> events, int row) {
    return Objects.requireNonNull(events.get(row));
  }

  private static int compare(Event one, Event other) {
    int order = Long.compare(one.arrivalMicros(), other.arrivalMicros());
    return order == 0
        ? Event.compare(one.timeMicros(), one.id(), other.timeMicros(), other.id())
        : order;
  }

  private FeatureColumns run() {
    int rows = history.events().size();
    double[][] values = new double[machine.plan().names().size()][rows];
    for (double[] column : values) {
      Arrays.fill(column, Double.NaN);
    }
    FeatureMachine.Counts before = machine.counts();
    List<Integer> order = order(history.events());
    List<Integer> late = labelsThatComeLater(order);
    int next = 0;
    for (int row : order) {
      Event event = at(history.events(), row);
      while (next < late.size() && history.labelArrival(late.get(next)) <= event.arrivalMicros()) {
        label(late.get(next++));
      }
      FeatureMachine.Taken answer = machine.take(labelled(event, row));
      taken.set(row, answer.outcome() == FeatureMachine.EventFate.TAKEN);
      double[] own = answer.values();
      for (int column = 0; column < values.length; column++) {
        values[column][row] = own[column];
      }
    }
    while (next < late.size()) {
      label(late.get(next++));
    }
    return new FeatureColumns(values, machine.counts().since(before), rows - order.size());
  }

  private void label(int row) {
    if (taken.get(row)) {
      machine.label(
          at(history.events(), row).id(), history.rare().get(row), history.labelArrival(row));
    }
  }

  /** Returns the rows whose labels arrive after them, in the order of the labels. */
  private List<Integer> labelsThatComeLater(List<Integer> order) {
    boolean areAsked = machine.plan().hasRisk() && history.labelArrivals() != null;
    return areAsked
        ? order.stream()
            .filter(row -> history.labelArrival(row) != History.NEVER)
            .filter(row -> history.labelArrival(row) > at(history.events(), row).arrivalMicros())
            .sorted(Comparator.comparingLong(history::labelArrival))
            .toList()
        : List.of();
  }

  private Event labelled(Event event, int row) {
    return machine.plan().hasRisk() && history.labelArrival(row) <= event.arrivalMicros()
        ? event.withLabel(history.rare().get(row))
        : event;
  }
}
