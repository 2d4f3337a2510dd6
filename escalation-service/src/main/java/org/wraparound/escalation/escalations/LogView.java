package org.wraparound.escalation.escalations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.directory.ContactPoint;
import org.wraparound.escalation.notices.NotTold;

/**
 * An entry of an escalation's log as it is shown.
 *
 * @param at when it was done; of a notice, when it was handed on
 * @param agency agency that did it, SYSTEM for a rule or a clock
 * @param userId subject of the token that did it
 * @param roles roles they held
 * @param detail a code: the rule, the agency it went to, the type of agency that is missing, what
 *     did not happen in time, the decision
 * @param step step of the ladder; one above its top is the provider's own on-call
 * @param told of TELLING, TOLD and NOT_TOLD: who, by what, and why not
 */
record LogView(
    Instant at,
    LogEntry.Kind kind,
    String agency,
    String userId,
    List<String> roles,
    String detail,
    Integer step,
    Told told) {

  /**
   * Who was told, or was not.
   *
   * @param agency agency of the one who is told; null where none of that type is in the circle
   * @param tier tier of its rota that was asked
   * @param contactId the contact in the directory; null where nobody was on call
   * @param name name of the contact, as it was then
   * @param jobTitle its job title, as it was then
   * @param by how; null where there was no way
   * @param why why they were not told: a code of the list not-told-reason; null when they were
   * @param at when they were told, or it was given up; null while it is on its way
   * @param noticeId the notice, under /v1/notices
   */
  record Told(
      String agency,
      Integer tier,
      UUID contactId,
      String name,
      String jobTitle,
      ContactPoint.Kind by,
      NotTold why,
      Instant at,
      UUID noticeId) {}

  static LogView of(LogEntry entry) {
    return new LogView(
        entry.at(),
        entry.kind(),
        entry.agency(),
        entry.userId(),
        entry.roles(),
        entry.detail(),
        entry.step(),
        switch (entry.kind()) {
          case TELLING, TOLD, NOT_TOLD ->
              new Told(
                  entry.toAgency(),
                  entry.tier(),
                  entry.contactId(),
                  entry.contactName(),
                  entry.jobTitle(),
                  entry.by(),
                  entry.why(),
                  entry.settledAt(),
                  entry.noticeId());
          default -> null;
        });
  }
}
