package org.wraparound.incident.observations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.wraparound.incident.observations.Schedule.Slot;

/**
 * Which of the slots have a reading: a reading counts for at most one slot, a slot has at most one
 * reading.
 */
final class Coverage {
  private Coverage() {}

  /**
   * The slots that are recorded. Each reading, in the order in which they were taken, goes to the
   * slot that closes first of those it can count for; so no other way of sharing them out would
   * leave fewer slots without.
   */
  static Set<Slot> recorded(List<Slot> slots, List<Instant> readings) {
    List<Slot> coming = new ArrayList<>(slots);
    coming.sort(Comparator.comparing(Slot::opens));
    PriorityQueue<Slot> open = new PriorityQueue<>(Comparator.comparing(Slot::closes));
    Set<Slot> recorded = new HashSet<>();
    int next = 0;
    for (Instant reading : readings.stream().sorted().toList()) {
      while (next < coming.size() && !coming.get(next).opens().isAfter(reading)) {
        open.add(coming.get(next++));
      }
      while (!open.isEmpty() && open.element().closes().isBefore(reading)) {
        open.remove();
      }
      if (!open.isEmpty()) {
        recorded.add(open.remove());
      }
    }
    return recorded;
  }
}
