package org.wraparound.escalation.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.overrides.ThresholdOverride.Kind;
import org.wraparound.escalation.policies.Route;

/**
 * Where people went by their own judgement instead of the thresholds.
 *
 * @param overrides how many in all
 */
record OverrideReport(LocalDate from, LocalDate until, long overrides, List<Group> groups) {

  /**
   * @param kind which way
   * @param agency whose people did it
   * @param escalationIds what was escalated or stood down, the latest first, at most 50
   */
  record Group(Kind kind, Route route, String agency, long count, List<UUID> escalationIds) {}

  /** An override as the database finds it. */
  record Row(Kind kind, Route route, String agency, UUID escalationId, Long count) {}
}
