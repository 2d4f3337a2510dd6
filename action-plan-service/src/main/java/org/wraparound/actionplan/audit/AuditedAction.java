package org.wraparound.actionplan.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.ActionStatus;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;

/** A closed action that was drawn, to be looked at again by someone who had no hand in it. */
@Entity
@Table(name = "audited_action")
class AuditedAction extends PersonRecord {
  @Column(name = "audit_id", updatable = false)
  private UUID auditId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "action_id", updatable = false)
  private Action action;

  private Boolean conforms;

  @Column(name = "evidence_sufficient")
  private Boolean evidenceSufficient;

  @Column(name = "impact_checked")
  private Boolean impactChecked;

  private String words;

  @Column(name = "found_at")
  private Instant foundAt;

  @Column(name = "found_by_agency")
  private String foundByAgency;

  @Column(name = "found_by")
  private String foundBy;

  AuditedAction() {}

  AuditedAction(UUID auditId, Action action) {
    super(Ids.next(), action.personId(), action.agency());
    this.auditId = auditId;
    this.action = action;
  }

  /**
   * It was looked at, once.
   *
   * @throws ProblemException 403 for who had a hand in it, 409 when it has been looked at, 422 when
   *     the finding does not fit how it was closed
   */
  ActionAudited find(RecordFinding finding, Caller caller, Instant at) {
    if (action.isWorkOf(caller.userId())) {
      throw ProblemException.forbidden(
          "You own, completed or checked %s; someone else has to look at it."
              .formatted(action.reference()));
    }
    if (foundAt != null) {
      throw ProblemException.conflict(
          action.reference() + " has been looked at already in this audit.");
    }
    finding.mustFit(action.status() == ActionStatus.VERIFIED);
    conforms = finding.conforms();
    evidenceSufficient = finding.evidenceSufficient();
    impactChecked = finding.impactChecked();
    words = finding.words();
    foundAt = at;
    foundByAgency = caller.agencyOrRole();
    foundBy = caller.userId();
    return new ActionAudited(
        action.id(), personId, auditId, conforms, evidenceSufficient, impactChecked, at);
  }

  Action action() {
    return action;
  }

  /** Null until somebody has looked. */
  Boolean conforms() {
    return conforms;
  }

  Boolean evidenceSufficient() {
    return evidenceSufficient;
  }

  Boolean impactChecked() {
    return impactChecked;
  }

  String words() {
    return words;
  }

  Instant foundAt() {
    return foundAt;
  }

  String foundByAgency() {
    return foundByAgency;
  }

  String foundBy() {
    return foundBy;
  }
}
