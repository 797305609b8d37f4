package dev.synth.internal.features;

import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the events of one kind of entity, sorted by entity and then by arrival, to a machine for
 * each entity. What an entity's columns are depends on its own events alone, so they are those that
 * {@link Replay} gives for all events at once; only the events of one entity are held.
 */
public final class EntityReplay {
  private final FeaturePlan plan;
  private final boolean hasRisk;
  private final PriorityQueue<LateLabel> labels =
      new PriorityQueue<>(Comparator.comparingLong(LateLabel::arrivalMicros));
  private FeatureMachine machine;
  private @Nullable String entity;

  /** A label that arrives after its event. */
  private record LateLabel(String id, boolean isRare, long arrivalMicros) {}

  /**
   * A replay.
   *
   * @param plan see {@link FeaturePlan#ofEntity}
   */
  public EntityReplay(FeaturePlan plan) {
    this.plan = plan;
    this.hasRisk = plan.hasRisk();
    this.machine = new FeatureMachine(plan, Integer.MAX_VALUE);
  }

  /**
   * Returns the next event's columns.
   *
   * @param event an event that is neither late nor a retry, and whose entity is known
   * @param isRare its label
   * @param labelArrival when the label arrived; see {@link History}
   */
  public double[] take(Event event, boolean isRare, long labelArrival) {
    String key = Objects.requireNonNull(event.keys().getFirst());
    if (!key.equals(entity)) {
      entity = key;
      machine = new FeatureMachine(plan, Integer.MAX_VALUE);
      labels.clear();
    }
    while (!labels.isEmpty() && labels.element().arrivalMicros() <= event.arrivalMicros()) {
      LateLabel label = labels.remove();
      machine.label(label.id(), label.isRare(), label.arrivalMicros());
    }
    boolean isKnown = labelArrival <= event.arrivalMicros();
    if (hasRisk && !isKnown && labelArrival != History.NEVER) {
      labels.add(new LateLabel(event.id(), isRare, labelArrival));
    }
    FeatureMachine.Taken taken = machine.take(hasRisk && isKnown ? event.withLabel(isRare) : event);
    if (taken.outcome() != FeatureMachine.EventFate.TAKEN) {
      throw new IllegalStateException(event.id() + " is " + taken.outcome());
    }
    return taken.values();
  }
}
