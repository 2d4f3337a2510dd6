package org.wraparound.escalation.overrides;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.escalation.policies.Route;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.access.PersonRecord;

/**
 * Someone went by their own judgement instead of the thresholds: escalated what crosses none, or
 * stood down what crosses one. It needs a reason and is never undone; what follows stays visible.
 */
@Entity
@Immutable
@Table(name = "override")
public class ThresholdOverride extends PersonRecord {
  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "evaluation_id")
  private UUID evaluationId;

  @Column(name = "escalation_id")
  private UUID escalationId;

  @Column(name = "rule_code")
  private String ruleCode;

  private String tier;

  @Enumerated(EnumType.STRING)
  private Route route;

  private String reason;

  @Column(name = "by_agency")
  private String byAgency;

  @Column(name = "by_user")
  private String byUser;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "by_roles")
  private String[] byRoles;

  @Column(name = "made_at")
  private Instant madeAt;

  ThresholdOverride() {}

  /**
   * @param evaluationId what the thresholds had made of it; null for what was stood down
   * @param escalationId the escalation that was raised by hand, or stood down
   */
  public ThresholdOverride(
      Kind kind,
      UUID personId,
      String provider,
      UUID evaluationId,
      UUID escalationId,
      String ruleCode,
      String tier,
      Route route,
      String reason,
      Caller caller,
      Instant madeAt) {
    super(Ids.next(), personId, provider);
    this.kind = kind;
    this.evaluationId = evaluationId;
    this.escalationId = escalationId;
    this.ruleCode = ruleCode;
    this.tier = tier;
    this.route = route;
    this.reason = reason;
    this.byAgency = caller.agencyOrRole();
    this.byUser = caller.userId();
    this.byRoles = caller.roles().stream().sorted().toArray(String[]::new);
    this.madeAt = madeAt;
  }

  /** Which way; the list {@code override-kind}. */
  public enum Kind {
    /** Escalated though no rule asked for it. */
    ESCALATED_BELOW_THRESHOLD,
    /** Not escalated though a rule asked for it. */
    STOOD_DOWN
  }

  OverrideEvent made() {
    return new OverrideEvent.ThresholdOverridden(
        id, personId, agency, kind, evaluationId, escalationId, ruleCode, route, madeAt);
  }

  /** As it is shown. */
  public OverrideView view() {
    return new OverrideView(
        id,
        kind,
        personId,
        agency,
        evaluationId,
        escalationId,
        ruleCode,
        tier,
        route,
        reason,
        byAgency,
        byUser,
        List.of(byRoles),
        madeAt);
  }
}
