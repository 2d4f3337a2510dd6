package org.wraparound.escalation.quality;

/** Why a decision is looked at again; the list {@code sample-reason}. */
enum SampleReason {
  NO_FURTHER_ACTION,
  RANDOM
}
