package org.wraparound.escalation.enquiries;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal;
import org.wraparound.kit.Caller;

/**
 * An enquiry as it is shown.
 *
 * @param council the local authority whose enquiry it is
 * @param escalationId the escalation whose decision opened it
 * @param stageSetVersion version of the council's stages it began with; 0 for those that come with
 *     the product
 * @param overdue a stage or a report is awaited, and its day has passed
 * @param outline a service provider is said to have caused what it is about, and the reader is one:
 *     until it is concluded, they see its stages without what was done, of the agencies that were
 *     asked only themselves, and not what the person wants
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
    boolean outline,
    List<Stage> stages,
    List<CausedTo> causedTo,
    MakingSafeguardingPersonal makingSafeguardingPersonal,
    Instant concludedAt,
    Conclusion conclusion) {

  /** As the reader may see it. */
  static EnquiryView of(Enquiry enquiry, Caller reader) {
    boolean outline = enquiry.isInOutlineFor(reader);
    Course course = enquiry.course();
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
        outline,
        outline ? course.stages().stream().map(Stage::outline).toList() : course.stages(),
        outline
            ? course.causedTo().stream().filter(by -> by.agency().equals(reader.agency())).toList()
            : course.causedTo(),
        outline ? null : enquiry.makingSafeguardingPersonal(),
        enquiry.concludedAt(),
        enquiry.conclusion());
  }
}
