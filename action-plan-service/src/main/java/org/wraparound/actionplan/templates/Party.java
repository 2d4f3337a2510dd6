package org.wraparound.actionplan.templates;

/** Whose action it is; the parties are kept and counted apart. */
public enum Party {
  PROVIDER,
  COMMISSIONER,
  PARTNER,
  PERSON_OR_FAMILY
}
