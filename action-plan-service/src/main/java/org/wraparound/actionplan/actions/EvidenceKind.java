package org.wraparound.actionplan.actions;

/** In what form evidence is given. */
public enum EvidenceKind {
  /** Names a record kept elsewhere. */
  REFERENCE,
  /** Says it in words. */
  NOTE,
  /** A file kept here. */
  FILE
}
