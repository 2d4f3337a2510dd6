package org.wraparound.kit.inbox;

import java.util.Set;

/**
 * Applies events of other services to this one. Called in a transaction that also remembers the
 * event's id, so that each event takes effect once; it may be called again for an event whose
 * transaction was rolled back, and must leave all its effects in that transaction. Within one
 * person, events of one topic come in order; across topics they may not.
 */
public interface Feed {
  /** Types it applies; an empty set means every type. */
  Set<String> types();

  /**
   * Applies one event. A failure of the event's own parks it; a failure of the surroundings is
   * tried again.
   */
  void apply(ReceivedEvent event);

  /** Whether this feed applies events of the type. */
  default boolean wants(String type) {
    return types().isEmpty() || types().contains(type);
  }
}
