package org.wraparound.escalation.enquiries;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.escalation.disclosures.DisclosedContent;
import org.wraparound.escalation.disclosures.Disclosing;
import org.wraparound.escalation.disclosures.DisclosurePurpose;
import org.wraparound.escalation.disclosures.DisclosureRoute;
import org.wraparound.escalation.disclosures.Grounds;
import org.wraparound.escalation.disclosures.Recipient;
import org.wraparound.escalation.disclosures.RecordReference;
import org.wraparound.escalation.enquiries.EnquiryEvent.DueStage;
import org.wraparound.escalation.enquiries.EnquiryEvent.EnquiryCausedTo;
import org.wraparound.escalation.enquiries.EnquiryEvent.EnquiryConcluded;
import org.wraparound.escalation.enquiries.EnquiryEvent.EnquiryOpened;
import org.wraparound.escalation.enquiries.EnquiryEvent.EnquiryReportOverdue;
import org.wraparound.escalation.enquiries.EnquiryEvent.EnquiryReportReceived;
import org.wraparound.escalation.enquiries.EnquiryEvent.EnquiryStageCompleted;
import org.wraparound.escalation.enquiries.EnquiryEvent.EnquiryStageOverdue;
import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal;
import org.wraparound.escalation.safeguarding.S42;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.London;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;

/**
 * A local authority finds out whether anything should be done, and by whom (Care Act 2014 s42(2)).
 * It is the authority's record, and keeps the stages it began with.
 */
@Entity
@Table(name = "enquiry")
class Enquiry extends PersonRecord {
  private static final String PROVIDER = "PROVIDER";

  @Column(updatable = false)
  private String reference;

  @Column(name = "escalation_id", updatable = false)
  private UUID escalationId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private EnquiryKind kind;

  @Column(name = "opened_at", updatable = false)
  private Instant openedAt;

  @Column(name = "stage_set_number", updatable = false)
  private int stageSetNumber;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private Course course;

  private boolean overdue;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  @Column(name = "making_safeguarding_personal")
  private MakingSafeguardingPersonal makingSafeguardingPersonal;

  /** A service provider is said to have caused what it is about, as that is known now. */
  @Formula(
      """
      exists (select 1 from escalation e, incident_facts i
              where e.id = escalation_id and i.id = any (e.rests_on)
                and i.known -> 'allegationSource' @> '["SERVICE_PROVIDER"]')
      """)
  private boolean aboutProvider;

  @Column(name = "concluded_at")
  private Instant concludedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private Conclusion conclusion;

  Enquiry() {}

  /**
   * @param stageSetNumber version of the council's stages; 0 for those that come with the product
   */
  Enquiry(
      OpenEnquiry open,
      String reference,
      int stageSetNumber,
      List<StagePlan> plans,
      Instant openedAt) {
    super(Ids.next(), open.personId(), open.council());
    this.reference = reference;
    this.escalationId = open.escalationId();
    this.kind =
        open.outcome() == S42.Outcome.MET_PROGRESS_TO_S42_2
            ? EnquiryKind.SECTION_42
            : EnquiryKind.OTHER_PROPORTIONATE;
    this.openedAt = openedAt;
    this.stageSetNumber = stageSetNumber;
    this.course = Course.planned(plans, London.dayOf(openedAt));
    this.makingSafeguardingPersonal = open.makingSafeguardingPersonal();
  }

  EnquiryOpened opened() {
    return new EnquiryOpened(
        id,
        reference,
        personId,
        escalationId,
        agency,
        kind,
        course.stages().stream().map(DueStage::of).toList(),
        openedAt);
  }

  /** A stage is done; the stages may be done in any order. */
  EnquiryStageCompleted complete(String code, CompleteStage done, Caller caller, Instant at) {
    mustBeTheAuthoritys(caller);
    mustBeOpen();
    Stage stage =
        course
            .stage(code)
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "code",
                        "this enquiry has no such stage; it has "
                            + String.join(
                                ", ", course.stages().stream().map(Stage::code).toList())));
    mustBe(stage.waits(), "That stage has been completed already.");
    Stage completed = stage.completed(done.note(), Author.of(caller), at);
    goesOn(course.with(stage, completed));
    return new EnquiryStageCompleted(id, personId, code, completed.overdue(), at);
  }

  /** Another agency is asked to make it, or a part of it; it stays the authority's. */
  EnquiryCausedTo cause(CauseEnquiry asked, Caller caller, Instant at) {
    mustBeTheAuthoritys(caller);
    mustBeOpen();
    if (asked.agency().equals(agency)) {
      throw ProblemException.invalid("agency", "is the authority's own; name another agency");
    }
    if (asked.dueOn().isBefore(London.dayOf(at))) {
      throw ProblemException.invalid("dueOn", "has passed; name today or a later day");
    }
    mustBe(
        course.awaited(asked.agency()).isEmpty(),
        "That agency has been asked already and has not reported yet.");
    goesOn(
        course.asking(
            new CausedTo(
                asked.agency(),
                asked.asked(),
                asked.dueOn(),
                false,
                at,
                Author.of(caller),
                null,
                null,
                null,
                null)));
    return new EnquiryCausedTo(id, personId, asked.agency(), asked.dueOn(), at);
  }

  /** Having an agency make it, or a part of it, for the ledger. */
  Disclosing asking(CauseEnquiry asked, Instant at) {
    return new Disclosing(
        personId,
        agency,
        Recipient.agency(asked.agency()),
        List.of(DisclosedContent.IDENTITY, DisclosedContent.CONCERN),
        List.of(
            new RecordReference(RecordReference.Kind.ENQUIRY, id),
            new RecordReference(RecordReference.Kind.ESCALATION, escalationId)),
        DisclosurePurpose.SAFEGUARDING_CONCERN,
        Grounds.ofEnquiry(reference),
        DisclosureRoute.SYSTEM,
        at,
        asked.withheldFromPersonReason());
  }

  /** The entry of the ledger that asking an agency is. */
  void disclosedAs(String asked, UUID entry) {
    course.awaited(asked).ifPresent(one -> goesOn(course.with(one, one.disclosedAs(entry))));
  }

  /** An agency that was asked says what it found, itself or to the authority. */
  EnquiryReportReceived report(String by, ReportOnEnquiry found, Caller caller, Instant at) {
    if (!by.equals(caller.agency()) && !agency.equals(caller.agency())) {
      throw ProblemException.forbidden(
          "The agency that was asked reports, or the authority writes down what it reported.");
    }
    mustBeOpen();
    CausedTo asked =
        course
            .awaited(by)
            .orElseThrow(() -> conflict("No report of that agency is awaited for this enquiry."));
    CausedTo reported = asked.reported(found.report(), Author.of(caller), at);
    goesOn(course.with(asked, reported));
    return new EnquiryReportReceived(id, personId, by, reported.overdue(), at);
  }

  /** It is known what it comes to; stages that were not needed stay as they are. */
  EnquiryConcluded conclude(ConcludeEnquiry conclude, Caller caller, Instant at) {
    mustBeTheAuthoritys(caller);
    mustBeOpen();
    MakingSafeguardingPersonal wishes =
        conclude.makingSafeguardingPersonal() == null
            ? makingSafeguardingPersonal
            : conclude.makingSafeguardingPersonal();
    conclude.mustFit(wishes);
    makingSafeguardingPersonal = wishes;
    concludedAt = at;
    overdue = false;
    conclusion =
        new Conclusion(
            conclude.riskAssessment(),
            conclude.riskOutcome(),
            conclude.wishesAchieved(),
            conclude.words(),
            Author.of(caller));
    return new EnquiryConcluded(
        id,
        personId,
        escalationId,
        conclusion.riskAssessment(),
        conclusion.riskOutcome(),
        conclusion.wishesAchieved(),
        at);
  }

  /** The time for something may be up: each stage and report that is late is told once. */
  List<EnquiryEvent> fallDue(Instant at) {
    if (concludedAt != null) {
      return List.of();
    }
    List<EnquiryEvent> late = new ArrayList<>();
    course
        .newlyLateStages(at)
        .forEach(
            stage ->
                late.add(new EnquiryStageOverdue(id, personId, stage.code(), stage.dueOn(), at)));
    course
        .newlyLateReports(at)
        .forEach(
            asked ->
                late.add(
                    new EnquiryReportOverdue(id, personId, asked.agency(), asked.dueOn(), at)));
    goesOn(course.markedLate(at));
    return late;
  }

  /** When the next of what is awaited is late; empty when nothing awaited has a day to come. */
  Optional<Instant> nextDue() {
    return concludedAt == null ? course.nextLate() : Optional.empty();
  }

  private void goesOn(Course further) {
    course = further;
    overdue = further.isLate();
  }

  private void mustBeTheAuthoritys(Caller caller) {
    if (!agency.equals(caller.agency())) {
      throw ProblemException.forbidden("Only the authority whose enquiry it is may do this.");
    }
  }

  private void mustBeOpen() {
    mustBe(concludedAt == null, "It has been concluded.");
  }

  private void mustBe(boolean allowed, String otherwise) {
    if (!allowed) {
      throw conflict(otherwise);
    }
  }

  private ProblemException conflict(String detail) {
    return ProblemException.conflict(detail, URI.create("/v1/enquiries/" + id));
  }

  /**
   * Whether the reader sees it in outline only: while it goes on, those who may themselves be what
   * it is about are not to read what is found.
   */
  boolean isInOutlineFor(Caller reader) {
    return aboutProvider && concludedAt == null && PROVIDER.equals(reader.agencyType());
  }

  EnquiryStatus status() {
    return concludedAt == null ? EnquiryStatus.OPEN : EnquiryStatus.CONCLUDED;
  }

  String reference() {
    return reference;
  }

  UUID escalationId() {
    return escalationId;
  }

  EnquiryKind kind() {
    return kind;
  }

  Instant openedAt() {
    return openedAt;
  }

  int stageSetNumber() {
    return stageSetNumber;
  }

  Course course() {
    return course;
  }

  boolean isOverdue() {
    return overdue;
  }

  MakingSafeguardingPersonal makingSafeguardingPersonal() {
    return makingSafeguardingPersonal;
  }

  Instant concludedAt() {
    return concludedAt;
  }

  Conclusion conclusion() {
    return conclusion;
  }
}
