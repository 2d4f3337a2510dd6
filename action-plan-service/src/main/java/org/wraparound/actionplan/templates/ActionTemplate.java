package org.wraparound.actionplan.templates;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** An action worded once, for rules to ask for by its code. */
@Entity
@Immutable
@Table(name = "action_template")
public class ActionTemplate {
  @Id private String code;
  private String title;

  @Enumerated(EnumType.STRING)
  private Party party;

  @Column(name = "agency_type")
  private String agencyType;

  @Column(name = "owner_role")
  private String ownerRole;

  @Column(name = "evidence_required")
  private String evidenceRequired;

  @Column(name = "intended_outcome")
  private String intendedOutcome;

  private String measure;
  private String target;
  private String answers;

  @Enumerated(EnumType.STRING)
  @Column(name = "outcome_domain")
  private OutcomeDomain outcomeDomain;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  ActionTemplate() {}

  /** Stable for ever. */
  public String code() {
    return code;
  }

  /** What will be done. */
  public String title() {
    return title;
  }

  /** Whose action it is. */
  public Party party() {
    return party;
  }

  /** Code from the list of agency types: who should own it. */
  public String agencyType() {
    return agencyType;
  }

  /** Code from the list owner-role. */
  public String ownerRole() {
    return ownerRole;
  }

  /** What will show that it was done. */
  public String evidenceRequired() {
    return evidenceRequired;
  }

  /** What should be better for the person. */
  public String intendedOutcome() {
    return intendedOutcome;
  }

  /** How to tell that it is better. */
  public String measure() {
    return measure;
  }

  /** The value of the measure that is aimed at; or null. */
  public String target() {
    return target;
  }

  /** The risk or need it answers; or null. */
  public String answers() {
    return answers;
  }

  /** What it is meant to improve. */
  public OutcomeDomain outcomeDomain() {
    return outcomeDomain;
  }

  /** How soon it needs attention. */
  public Priority priority() {
    return priority;
  }
}
