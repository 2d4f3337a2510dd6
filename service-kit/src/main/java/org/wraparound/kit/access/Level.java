package org.wraparound.kit.access;

/** How much of a person's record an agency in the circle may see. */
public enum Level {
  /** Knows who else works with the person, and nothing more. */
  AWARE,
  /** Sees the records in outline. */
  SUMMARY,
  /** Sees the records. */
  FULL
}
