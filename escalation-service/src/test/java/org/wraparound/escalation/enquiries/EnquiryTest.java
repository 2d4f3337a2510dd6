package org.wraparound.escalation.enquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wraparound.escalation.CodeListAssert;
import org.wraparound.escalation.enquiries.EnquiryEvent.EnquiryReportOverdue;
import org.wraparound.escalation.enquiries.EnquiryEvent.EnquiryStageOverdue;
import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal;
import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal.Achieved;
import org.wraparound.escalation.safeguarding.MakingSafeguardingPersonal.Asked;
import org.wraparound.escalation.safeguarding.S42;
import org.wraparound.kit.Caller;
import org.wraparound.kit.London;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

class EnquiryTest {
  /** The Wednesday before Easter. */
  private static final Instant OPENED = Instant.parse("2026-04-01T10:00:00Z");

  /** Good Friday, Easter Monday and the weekend between do not count. */
  private static final LocalDate PLANNED_BY = LocalDate.of(2026, 4, 8);

  private static final Caller LEAD =
      new Caller("BRIDGESHIRE", "LOCAL_AUTHORITY_SAFEGUARDING", "s", Set.of("safeguarding-lead"));
  private static final Caller PROVIDER = new Caller("OAKFIELD", "PROVIDER", "m", Set.of("manager"));
  private static final Caller CLDT = new Caller("NORTHVALE", "CLDT", "c", Set.of("clinician"));
  private static final CompleteStage SEEN = new CompleteStage("The person was seen.");
  private static final ReportOnEnquiry FOUND = new ReportOnEnquiry("Seen at two meals.");

  private static Enquiry enquiry(Asked asked) {
    return new Enquiry(
        new OpenEnquiry(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "BRIDGESHIRE",
            S42.Outcome.MET_PROGRESS_TO_S42_2,
            new MakingSafeguardingPersonal(asked, null, null)),
        "ENQ-26-000001",
        3,
        List.of(new StagePlan("PLANNING", "Planning", 3), new StagePlan("REVIEW", "Review", null)),
        OPENED);
  }

  private static Enquiry enquiry() {
    return enquiry(Asked.ASKED_NONE_EXPRESSED);
  }

  private static ConcludeEnquiry conclusion(
      RiskAssessment assessment, RiskOutcome outcome, Achieved achieved) {
    return new ConcludeEnquiry(
        assessment, outcome, null, achieved, "The neighbour has moved away.");
  }

  private static CauseEnquiry ask(String agency, LocalDate dueOn) {
    return new CauseEnquiry(agency, "See two meals.", dueOn, null);
  }

  private static void assertRefused(Runnable transition, ProblemType why) {
    assertThatThrownBy(transition::run)
        .asInstanceOf(type(ProblemException.class))
        .extracting(ProblemException::type)
        .isEqualTo(why);
  }

  @Test
  void stagesAreDueInWorkingDaysAndToldOnceWhenLate() {
    Enquiry enquiry = enquiry();
    assertThat(enquiry.kind()).isEqualTo(EnquiryKind.SECTION_42);
    assertThat(enquiry.course().stages())
        .extracting(Stage::dueOn)
        .containsExactly(PLANNED_BY, null);
    Instant over = London.endOf(PLANNED_BY);
    assertThat(enquiry.nextDue()).contains(over);
    assertThat(enquiry.fallDue(over.minusSeconds(1))).isEmpty();
    assertThat(enquiry.fallDue(over))
        .singleElement()
        .asInstanceOf(type(EnquiryStageOverdue.class))
        .extracting(EnquiryStageOverdue::stage)
        .isEqualTo("PLANNING");
    assertThat(enquiry.isOverdue()).isTrue();
    assertThat(enquiry.nextDue()).isEmpty();
    assertThat(enquiry.fallDue(over)).isEmpty();
    assertThat(enquiry.complete("PLANNING", SEEN, LEAD, over).late()).isTrue();
    assertThat(enquiry.isOverdue()).isFalse();
  }

  @Test
  void theAuthorityCompletesEachStageOnceAndOnlyThoseThereAre() {
    Enquiry enquiry = enquiry();
    assertRefused(
        () -> enquiry.complete("PLANNING", SEEN, PROVIDER, OPENED), ProblemType.FORBIDDEN);
    assertRefused(() -> enquiry.complete("PARTY", SEEN, LEAD, OPENED), ProblemType.INVALID);
    assertThat(enquiry.complete("REVIEW", SEEN, LEAD, OPENED).late()).isFalse();
    assertRefused(() -> enquiry.complete("REVIEW", SEEN, LEAD, OPENED), ProblemType.CONFLICT);
  }

  @Test
  void anotherAgencyIsAskedByADayAndReports() {
    Enquiry enquiry = enquiry();
    CauseEnquiry asked = ask("NORTHVALE", LocalDate.of(2026, 4, 2));
    assertRefused(() -> enquiry.cause(asked, PROVIDER, OPENED), ProblemType.FORBIDDEN);
    assertRefused(
        () -> enquiry.cause(ask("NORTHVALE", LocalDate.of(2026, 3, 31)), LEAD, OPENED),
        ProblemType.INVALID);
    assertRefused(
        () -> enquiry.cause(ask("BRIDGESHIRE", asked.dueOn()), LEAD, OPENED), ProblemType.INVALID);
    enquiry.cause(asked, LEAD, OPENED);
    assertRefused(() -> enquiry.cause(asked, LEAD, OPENED), ProblemType.CONFLICT);
    Instant late = London.endOf(asked.dueOn());
    assertThat(enquiry.nextDue()).contains(late);
    assertThat(enquiry.fallDue(late)).singleElement().isInstanceOf(EnquiryReportOverdue.class);
    assertRefused(() -> enquiry.report("NORTHVALE", FOUND, PROVIDER, late), ProblemType.FORBIDDEN);
    assertThat(enquiry.report("NORTHVALE", FOUND, CLDT, late).late()).isTrue();
    assertThat(enquiry.isOverdue()).isFalse();
    assertRefused(() -> enquiry.report("NORTHVALE", FOUND, CLDT, late), ProblemType.CONFLICT);
    // what has been answered may be asked again
    enquiry.cause(ask("NORTHVALE", PLANNED_BY), LEAD, late);
  }

  @Test
  void theConclusionSaysWhatBecameOfARiskThatWasFoundAndOfWishesThatWereSaid() {
    assertRefused(
        () ->
            enquiry()
                .conclude(
                    conclusion(RiskAssessment.RISK_IDENTIFIED_ACTION_TAKEN, null, null),
                    LEAD,
                    OPENED),
        ProblemType.INVALID);
    assertRefused(
        () ->
            enquiry()
                .conclude(
                    conclusion(RiskAssessment.NO_RISK_NO_ACTION, RiskOutcome.REMOVED, null),
                    LEAD,
                    OPENED),
        ProblemType.INVALID);
    ConcludeEnquiry silent =
        conclusion(RiskAssessment.RISK_IDENTIFIED_ACTION_TAKEN, RiskOutcome.REDUCED, null);
    assertRefused(
        () -> enquiry(Asked.ASKED_AND_EXPRESSED).conclude(silent, LEAD, OPENED),
        ProblemType.INVALID);
    assertRefused(
        () ->
            enquiry()
                .conclude(
                    conclusion(RiskAssessment.NO_RISK_NO_ACTION, null, Achieved.FULLY_ACHIEVED),
                    LEAD,
                    OPENED),
        ProblemType.INVALID);
    assertRefused(() -> enquiry().conclude(silent, PROVIDER, OPENED), ProblemType.FORBIDDEN);
    assertThat(enquiry().conclude(silent, LEAD, OPENED).riskOutcome())
        .isEqualTo(RiskOutcome.REDUCED);
  }

  @Test
  void whatIsConcludedIsAtItsEnd() {
    Enquiry enquiry = enquiry();
    ConcludeEnquiry ceased = conclusion(RiskAssessment.CEASED_AT_INDIVIDUALS_REQUEST, null, null);
    enquiry.conclude(ceased, LEAD, OPENED);
    assertThat(enquiry.status()).isEqualTo(EnquiryStatus.CONCLUDED);
    assertThat(enquiry.nextDue()).isEmpty();
    assertThat(enquiry.fallDue(London.endOf(PLANNED_BY))).isEmpty();
    assertRefused(() -> enquiry.conclude(ceased, LEAD, OPENED), ProblemType.CONFLICT);
    assertRefused(() -> enquiry.complete("PLANNING", SEEN, LEAD, OPENED), ProblemType.CONFLICT);
    assertRefused(
        () -> enquiry.cause(ask("NORTHVALE", PLANNED_BY), LEAD, OPENED), ProblemType.CONFLICT);
    assertRefused(() -> enquiry.report("NORTHVALE", FOUND, CLDT, OPENED), ProblemType.CONFLICT);
  }

  @Test
  void theListsServedAreThoseTheCodeReliesOn() {
    CodeListAssert.assertSame("enquiry-kind", EnquiryKind.values());
    CodeListAssert.assertSame("enquiry-status", EnquiryStatus.values());
    CodeListAssert.assertSame("risk-assessment", RiskAssessment.values());
    CodeListAssert.assertSame("risk-outcome", RiskOutcome.values());
  }
}
