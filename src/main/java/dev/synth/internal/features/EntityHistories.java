package dev.synth.internal.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pasts of all entities that have one, each under its name. */
final class EntityHistories {
  private final RememberedEvents remembered;
  private final List<EntityPlan> entities;
  private final List<Map<String, EntityHistory>> histories;

  /** For each kind of entity the past of one that has none. */
  private final List<EntityHistory> strangers;

  EntityHistories(FeaturePlan plan, RememberedEvents remembered) {
    this.remembered = remembered;
    this.entities = plan.entities().stream().map(each -> new EntityPlan(plan, each)).toList();
    this.strangers =
        entities.stream().map(each -> new EntityHistory(each, "", remembered)).toList();
    this.histories = new ArrayList<>();
    entities.forEach(each -> histories.add(new HashMap<>()));
  }

  /** Returns the same names of entities, each in the text that its history has. */
  @Nullable String[] names(List<@Nullable String> keys) {
    @Nullable String[] names = new @Nullable String[keys.size()];
    for (int i = 0; i < names.length; i++) {
      String key = keys.get(i);
      EntityHistory history = key == null ? null : histories.get(i).get(key);
      names[i] = history == null ? key : history.key();
    }
    return names;
  }

  /** Returns how many entities have a past. */
  int size() {
    return histories.stream().mapToInt(Map::size).sum();
  }

  /** Makes a remembered event part of the past of its entities. */
  void add(int place) {
    for (int i = 0; i < entities.size(); i++) {
      String key = remembered.key(place, i);
      if (key != null) {
        EntityPlan entity = entities.get(i);
        histories
            .get(i)
            .computeIfAbsent(key, name -> new EntityHistory(entity, name, remembered))
            .add(place);
      }
    }
  }

  /** Lets the entities of an event, which is remembered yet, forget what was before a time. */
  void forget(int place, long oldest) {
    for (int i = 0; i < histories.size(); i++) {
      String key = remembered.key(place, i);
      EntityHistory history = key == null ? null : histories.get(i).get(key);
      if (history != null) {
        history.forgetBefore(oldest);
        if (history.isEmpty()) {
          histories.get(i).remove(key);
        }
      }
    }
  }

  /**
   * Writes the columns that the pasts of an event's entities give.
   *
   * @param values one a column of the plan; those of entities that the event does not name stay
   */
  void look(Event event, double[] values) {
    int offset = 0;
    for (int i = 0; i < entities.size(); i++) {
      String key = event.keys().get(i);
      if (key != null) {
        EntityHistory history = histories.get(i).getOrDefault(key, strangers.get(i));
        history.look(event, values, offset);
      }
      offset += entities.get(i).measures().size();
    }
  }

  /** Tells the pasts of an event's entities that it has a label now. */
  void labelled(int place) {
    for (int i = 0; i < histories.size(); i++) {
      String key = remembered.key(place, i);
      EntityHistory history = key == null ? null : histories.get(i).get(key);
      if (history != null) {
        history.labelled(remembered.time(place));
      }
    }
  }
}
