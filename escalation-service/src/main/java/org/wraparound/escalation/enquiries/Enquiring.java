package org.wraparound.escalation.enquiries;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.wraparound.escalation.communication.SafeCommunications;
import org.wraparound.escalation.disclosures.DisclosureResponse;
import org.wraparound.escalation.disclosures.Ledger;
import org.wraparound.escalation.enquiries.EnquiryEvent.EnquiryCausedTo;
import org.wraparound.escalation.enquiries.EnquiryEvent.EnquiryReportReceived;
import org.wraparound.escalation.notices.About;
import org.wraparound.escalation.notices.Notifying;
import org.wraparound.escalation.notices.Subject;
import org.wraparound.escalation.notices.Telling;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.References;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.duedate.DueDate;
import org.wraparound.kit.duedate.DueDateHandler;
import org.wraparound.kit.duedate.DueDates;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;

/** Making enquiries, from the decision that opens one to its conclusion. */
@ApplicationScoped
public class Enquiring implements DueDateHandler {
  private static final String DUE = "enquiry";

  private final Enquiries enquiries;
  private final StageSets stageSets;
  private final References references;
  private final AccessGrants grants;
  private final SafeCommunications communications;
  private final Ledger ledger;
  private final Notifying notifying;
  private final DueDates dueDates;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Enquiring(
      Enquiries enquiries,
      StageSets stageSets,
      References references,
      AccessGrants grants,
      SafeCommunications communications,
      Ledger ledger,
      Notifying notifying,
      DueDates dueDates,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.enquiries = enquiries;
    this.stageSets = stageSets;
    this.references = references;
    this.grants = grants;
    this.communications = communications;
    this.ledger = ledger;
    this.notifying = notifying;
    this.dueDates = dueDates;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  /** Opens an enquiry with the council's stages of today, which it keeps. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void open(OpenEnquiry open) {
    StageSets.InForce inForce = stageSets.inForce(open.council());
    Enquiry enquiry =
        new Enquiry(
            open,
            references.next("ENQ", "enquiry_reference"),
            inForce.number(),
            inForce.stages(),
            clock.instant());
    enquiries.persist(enquiry);
    journal.append(enquiry.opened());
    schedule(enquiry);
  }

  @Transactional
  Enquiry complete(UUID id, String ifMatch, String stage, CompleteStage done) {
    return change(
        id, ifMatch, (enquiry, now) -> enquiry.complete(stage, done, provenance.caller(), now));
  }

  @Transactional
  Enquiry cause(UUID id, String ifMatch, CauseEnquiry asked) {
    return change(
        id,
        ifMatch,
        (enquiry, now) -> {
          AccessGrant asks = seeing(asked.agency(), enquiry);
          mustBeSafeToTell(asked.agency(), enquiry.personId());
          EnquiryCausedTo caused = enquiry.cause(asked, provenance.caller(), now);
          enquiry.disclosedAs(asked.agency(), ledger.record(enquiry.asking(asked, now)));
          notifying.tellWhoIsOnCall(
              new Telling(
                  Subject.ENQUIRY,
                  id,
                  enquiry.reference(),
                  enquiry.personId(),
                  enquiry.agency(),
                  asked.agency(),
                  null,
                  About.ENQUIRY_CAUSED_TO,
                  London.endOf(asked.dueOn())),
              Route.toAgencyOf(asks.agencyType()));
          return caused;
        });
  }

  private AccessGrant seeing(String agency, Enquiry enquiry) {
    return grants.of(enquiry.personId()).stream()
        .filter(grant -> grant.agency().equals(agency) && grant.level() != Level.AWARE)
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    "agency",
                    "does not see this person's records; bring it into their circle first"));
  }

  private void mustBeSafeToTell(String agency, UUID personId) {
    if (communications.of(personId).filter(safe -> safe.avoids(agency)).isPresent()) {
      throw ProblemException.invalid(
          "agency", "must be told nothing, says the person's safe communication");
    }
  }

  @Transactional
  Enquiry report(UUID id, String ifMatch, String agency, ReportOnEnquiry found) {
    return change(
        id,
        ifMatch,
        (enquiry, now) -> {
          Optional<UUID> asking = enquiry.course().awaited(agency).map(CausedTo::disclosureId);
          EnquiryReportReceived received = enquiry.report(agency, found, provenance.caller(), now);
          asking.ifPresent(
              entry ->
                  ledger.cameBack(entry, enquiry.personId(), DisclosureResponse.INFORMATION_GIVEN));
          return received;
        });
  }

  @Transactional
  Enquiry conclude(UUID id, String ifMatch, ConcludeEnquiry conclude) {
    return change(
        id, ifMatch, (enquiry, now) -> enquiry.conclude(conclude, provenance.caller(), now));
  }

  private Enquiry change(
      UUID id, String ifMatch, BiFunction<Enquiry, Instant, EnquiryEvent> transition) {
    Enquiry enquiry = enquiries.get(id);
    EntityTags.honour(ifMatch, enquiry.version());
    journal.append(transition.apply(enquiry, clock.instant()));
    schedule(enquiry);
    enquiries.flush();
    return enquiry;
  }

  private void schedule(Enquiry enquiry) {
    enquiry
        .nextDue()
        .ifPresentOrElse(
            next -> dueDates.schedule(DUE, enquiry.id(), next),
            () -> dueDates.cancel(DUE, enquiry.id()));
  }

  @Override
  public String kind() {
    return DUE;
  }

  @Override
  public void fallDue(DueDate due) {
    Enquiry enquiry = enquiries.get(due.subjectId());
    journal.appendAll(enquiry.fallDue(clock.instant()));
    schedule(enquiry);
  }
}
