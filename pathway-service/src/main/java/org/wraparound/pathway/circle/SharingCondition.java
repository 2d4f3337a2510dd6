package org.wraparound.pathway.circle;

/**
 * Conditions for sharing health and care data, Data Protection Act 2018 Schedule 1; the codes of
 * the list {@code sharing-condition}.
 */
enum SharingCondition {
  /** Health or social care purposes. */
  DPA2018_SCH1_PARA2,
  /** Safeguarding of children and of individuals at risk. */
  DPA2018_SCH1_PARA18
}
