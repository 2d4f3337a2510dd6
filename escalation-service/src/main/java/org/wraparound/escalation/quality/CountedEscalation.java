package org.wraparound.escalation.quality;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.escalation.policies.SeenFact;
import org.wraparound.kit.access.PersonRecord;

/** What reports count of an escalation; some of it the database derives from the rest. */
@Entity
@Immutable
@Table(name = "escalation")
class CountedEscalation extends PersonRecord {
  @Column(name = "rule_code")
  private String ruleCode;

  private String route;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<SeenFact> facts;

  /** The agency that must answer; null when nobody of that type was in the circle. */
  @Column(name = "recipient_agency")
  private String recipientAgency;

  @Column(name = "raised_at")
  private Instant raisedAt;

  @Column(name = "acknowledge_by")
  private Instant acknowledgeBy;

  @Column(name = "acknowledged_at")
  private Instant acknowledgedAt;

  @Column(name = "decide_by")
  private Instant decideBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "decision")
  private String decision;

  @Column(name = "s42_outcome")
  private String s42Outcome;

  /** By whom it must be, and signed off where its policy asks for that. */
  @Column(name = "decision_stands")
  private boolean decisionStands;

  @Column(name = "seconds_to_acknowledge")
  private Double secondsToAcknowledge;

  /** Of a decision that stands. */
  @Column(name = "seconds_to_decide")
  private Double secondsToDecide;

  /** The same for escalations of one rule to one route on the same facts. */
  private String likeness;

  CountedEscalation() {}

  String ruleCode() {
    return ruleCode;
  }

  String route() {
    return route;
  }

  List<SeenFact> facts() {
    return facts;
  }

  String likeness() {
    return likeness;
  }
}
