package org.wraparound.escalation.policies;

import java.util.UUID;

/**
 * A fact that a condition looked at: one line of an explanation.
 *
 * @param fact its name; that of the number of incidents in a window is {@value #INCIDENTS}
 * @param sought what the condition asks for
 * @param value what was there: a code, {@code true} or {@code false}, a number of incidents, {@link
 *     #NONE}, or {@link #NOT_YET_RECORDED}
 * @param incidentId the incident it is a fact of; null for a number of incidents
 */
public record SeenFact(String fact, String sought, String value, UUID incidentId) {
  /** Name of the number of incidents in a window. */
  public static final String INCIDENTS = "incidents";

  /** Recorded, and there was none. */
  public static final String NONE = "NONE";

  /** Nobody has said yet: not the same as none, and not the same as no. */
  public static final String NOT_YET_RECORDED = "NOT_YET_RECORDED";
}
