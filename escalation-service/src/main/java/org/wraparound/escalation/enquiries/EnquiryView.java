package org.wraparound.escalation.enquiries;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal;

/**
 * An enquiry as it is shown.
 *
 * @param council the local authority whose enquiry it is
 * @param escalationId the escalation whose decision opened it
 * @param stageSetVersion version of the council's stages it began with; 0 for those that come with
 *     the product
 * @param overdue a stage or a report is awaited, and its day has passed
 * @param causedTo other agencies that were asked, in order
 * @param makingSafeguardingPersonal what the person wants, as last asked
 */
record EnquiryView(
    UUID id,
    String reference,
    EnquiryStatus status,
    EnquiryKind kind,
    UUID personId,
    String council,
    UUID escalationId,
    Instant openedAt,
    int stageSetVersion,
    boolean overdue,
    List<Stage> stages,
    List<CausedTo> causedTo,
    MakingSafeguardingPersonal makingSafeguardingPersonal,
    Instant concludedAt,
    Conclusion conclusion) {

  static EnquiryView of(Enquiry enquiry) {
    return new EnquiryView(
        enquiry.id(),
        enquiry.reference(),
        enquiry.status(),
        enquiry.kind(),
        enquiry.personId(),
        enquiry.agency(),
        enquiry.escalationId(),
        enquiry.openedAt(),
        enquiry.stageSetNumber(),
        enquiry.isOverdue(),
        enquiry.course().stages(),
        enquiry.course().causedTo(),
        enquiry.makingSafeguardingPersonal(),
        enquiry.concludedAt(),
        enquiry.conclusion());
  }
}
