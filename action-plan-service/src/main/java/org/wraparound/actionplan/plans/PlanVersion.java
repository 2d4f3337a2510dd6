package org.wraparound.actionplan.plans;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.actionplan.actions.Agreement;
import org.wraparound.actionplan.actions.Change;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;

/**
 * One change of what is agreed in a plan. It keeps the one action that changed; the plan as it was
 * agreed at a version is, of each action, the latest up to it.
 */
@Entity
@Table(name = "plan_version")
class PlanVersion extends PersonRecord {
  @Column(name = "plan_id", updatable = false)
  private UUID planId;

  @Column(updatable = false)
  private int number;

  @Column(name = "action_id", updatable = false)
  private UUID actionId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Change change;

  @Column(name = "made_at", updatable = false)
  private Instant madeAt;

  @Column(name = "made_by_agency", updatable = false)
  private String madeByAgency;

  @Column(name = "made_by", updatable = false)
  private String madeBy;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  @Column(updatable = false)
  private Agreement agreement;

  PlanVersion() {}

  PlanVersion(Plan plan, int number, Change change, Agreement agreement, Caller by, Instant at) {
    super(Ids.next(), plan.personId(), plan.agency());
    this.planId = plan.id();
    this.number = number;
    this.actionId = agreement.actionId();
    this.change = change;
    this.agreement = agreement;
    this.madeAt = at;
    this.madeByAgency = by.agency();
    this.madeBy = by.userId();
  }

  UUID planId() {
    return planId;
  }

  int number() {
    return number;
  }

  UUID actionId() {
    return actionId;
  }

  Change change() {
    return change;
  }

  Instant madeAt() {
    return madeAt;
  }

  String madeByAgency() {
    return madeByAgency;
  }

  String madeBy() {
    return madeBy;
  }

  Agreement agreement() {
    return agreement;
  }
}
