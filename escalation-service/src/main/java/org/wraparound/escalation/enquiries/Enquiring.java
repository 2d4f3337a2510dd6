package org.wraparound.escalation.enquiries;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.References;
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
  private final DueDates dueDates;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  Enquiring(
      Enquiries enquiries,
      StageSets stageSets,
      References references,
      AccessGrants grants,
      DueDates dueDates,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.enquiries = enquiries;
    this.stageSets = stageSets;
    this.references = references;
    this.grants = grants;
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
          mustSeeIt(asked.agency(), enquiry);
          return enquiry.cause(asked, provenance.caller(), now);
        });
  }

  private void mustSeeIt(String agency, Enquiry enquiry) {
    boolean sees =
        grants.of(enquiry.personId()).stream()
            .anyMatch(grant -> grant.agency().equals(agency) && grant.level() != Level.AWARE);
    if (!sees) {
      throw ProblemException.invalid(
          "agency", "does not see this person's records; bring it into their circle first");
    }
  }

  @Transactional
  Enquiry report(UUID id, String ifMatch, String agency, ReportOnEnquiry found) {
    return change(
        id, ifMatch, (enquiry, now) -> enquiry.report(agency, found, provenance.caller(), now));
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
