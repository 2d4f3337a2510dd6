package org.wraparound.actionplan.guidance;

/**
 * Where a version of shift guidance stands, derived from what happened to it; the list {@code
 * guidance-status}.
 */
public enum GuidanceStatus {
  DRAFT,
  /** In force. */
  PUBLISHED,
  /** A later version is in force. */
  SUPERSEDED,
  WITHDRAWN
}
