package dev.synth.internal.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventIdsTest {
  private static final FeaturePlan PLAN =
      new FeaturePlan(List.of(), List.of(), Set.of(), 0, 1_000_000L);

  private final RememberedEvents remembered = new RememberedEvents(PLAN, 0);
  private final EventIds ids = new EventIds(remembered);

  private int add(String id) {
    Event event = new Event(id, 0, 0, 0, List.of(), new double[0], List.of(), null);
    EventIds.EncodedId encoded = EventIds.EncodedId.of(id);
    int place = remembered.add(event, encoded, new @Nullable String[0], new @Nullable String[0]);
    ids.put(encoded, place);
    return place;
  }

  private long find(String id) {
    return ids.find(EventIds.EncodedId.of(id));
  }

  /** Beside a map: events come and are forgotten in their order, and some ids come again. */
  @Test
  void findsWhatAMapFinds() {
    RandomStream stream = new Seeds(7).stream("ids");
    Map<String, Integer> expected = new HashMap<>();
    ArrayDeque<String> order = new ArrayDeque<>();
    for (int i = 0; i < 20_000; i++) {
      if (order.size() > stream.nextInt(400)) {
        String gone = order.removeFirst();
        int place = remembered.first();
        ids.remove(remembered.idHash(place), place);
        expected.remove(gone, place);
        remembered.removeFirst();
      }
      String id = "event " + stream.nextInt(600);
      order.add(id);
      expected.put(id, add(id));
      String sought = "event " + stream.nextInt(600);
      Integer place = expected.get(sought);
      assertThat(find(sought)).as(sought).isEqualTo(place == null ? EventIds.NONE : place);
    }
    for (int i = 0; i < 600; i++) {
      Integer place = expected.get("event " + i);
      assertThat(find("event " + i)).isEqualTo(place == null ? EventIds.NONE : place);
    }
  }

  /** Half a pair of surrogates is no UTF-8, and JSON can have one. */
  @Test
  void anIdIsTheTextThatCame() {
    List<String> names =
        List.of("", "a", "é", "ÿ", "Ā", "евро", "卡", "\ud83d\ude00", "\ud83d", "\ude00", "?");
    List<Integer> places = names.stream().map(this::add).toList();

    for (int i = 0; i < names.size(); i++) {
      assertThat(find(names.get(i))).as(names.get(i)).isEqualTo((long) places.get(i));
      assertThat(remembered.id(places.get(i))).isEqualTo(names.get(i));
    }
    assertThat(find("b")).isEqualTo(EventIds.NONE);
  }
}
