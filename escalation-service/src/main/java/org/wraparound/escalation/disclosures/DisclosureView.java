package org.wraparound.escalation.disclosures;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An entry of the ledger as it is shown.
 *
 * @param agency agency that told it
 * @param toldBy subject of the token that did it, SYSTEM for a rule or a clock
 * @param toldByRoles roles they held
 * @param consent what the person said to it; null when nothing is said of that
 * @param basis the law under which it was told; null when consent suffices
 * @param withheldFromPersonReason why the person's own view leaves it out; null when it does not
 * @param responses what came back, in order
 */
@Schema(name = "Disclosure")
record DisclosureView(
    UUID id,
    UUID personId,
    String agency,
    String toldBy,
    List<String> toldByRoles,
    Recipient recipient,
    List<DisclosedContent> content,
    List<RecordReference> records,
    DisclosurePurpose purpose,
    Consent consent,
    Basis basis,
    DisclosureRoute route,
    Instant toldAt,
    Instant recordedAt,
    String withheldFromPersonReason,
    List<Answer> responses) {

  /**
   * Something that came back.
   *
   * @param agency agency that wrote it down
   * @param recordedBy subject of the token that wrote it down
   */
  @Schema(name = "DisclosureResponse")
  record Answer(
      DisclosureResponse response,
      String words,
      Instant cameAt,
      String agency,
      String recordedBy,
      Instant recordedAt) {
    static Answer of(Reply response) {
      return new Answer(
          response.response(),
          response.words(),
          response.cameAt(),
          response.agency(),
          response.recordedBy(),
          response.recordedAt());
    }
  }

  static DisclosureView of(Disclosure disclosure) {
    return new DisclosureView(
        disclosure.id(),
        disclosure.personId(),
        disclosure.agency(),
        disclosure.toldBy(),
        disclosure.toldByRoles(),
        disclosure.recipient(),
        disclosure.content(),
        disclosure.records(),
        disclosure.purpose(),
        disclosure.consent(),
        disclosure.basis(),
        disclosure.route(),
        disclosure.toldAt(),
        disclosure.recordedAt(),
        disclosure.withheldReason(),
        disclosure.responses().stream().map(Answer::of).toList());
  }
}
