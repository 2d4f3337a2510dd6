package org.wraparound.actionplan.meetings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wraparound.kit.web.Violation;

/**
 * What is written down of a meeting. One value, so that it is replaced as a whole.
 *
 * @param chair who chaired it, or null
 * @param discussion what was said, or null
 * @param personsVoice null while nobody wrote it down
 * @param familysVoice null while nobody wrote it down
 * @param writtenAt when this wording was saved; null before the first
 */
record Minutes(
    String chair,
    List<AttendanceNote> attendance,
    List<OtherPresent> othersPresent,
    String discussion,
    Voice personsVoice,
    Voice familysVoice,
    List<Decision> decisions,
    Instant writtenAt,
    String writtenByAgency) {
  static final Minutes UNWRITTEN =
      new Minutes(null, List.of(), List.of(), null, null, null, List.of(), null, null);

  /** What they lack before they can be evidence, each thing by its place in the minutes. */
  List<Violation> missing(List<Invitee> invitees) {
    List<Violation> missing = new ArrayList<>();
    for (int number = 1; number <= invitees.size(); number++) {
      if (!notes(number)) {
        missing.add(
            new Violation(
                "attendance",
                "note whether invitee %d, %s, came"
                    .formatted(number, invitees.get(number - 1).agency())));
      }
    }
    if (personsVoice == null) {
      missing.add(
          new Violation(
              "personsVoice", "write down what the person said, or why they were not heard"));
    }
    if (familysVoice == null) {
      missing.add(
          new Violation(
              "familysVoice", "write down what the family said, or why they were not heard"));
    }
    if (decisions.isEmpty() && discussion == null) {
      missing.add(
          new Violation("discussion", "write down what was said, or what was decided, or both"));
    }
    for (int i = 0; i < decisions.size(); i++) {
      if (decisions.get(i).isLoose()) {
        missing.add(
            new Violation(
                "decisions[" + i + "]",
                "name or word an action that carries it out, or give in noActionReason why it needs"
                    + " none"));
      }
    }
    return missing;
  }

  /** How many of those invited came. */
  long attended() {
    return attendance.stream().filter(note -> note.attendance() == Attendance.ATTENDED).count();
  }

  private boolean notes(int invitee) {
    return attendance.stream().anyMatch(note -> note.invitee() == invitee);
  }
}
