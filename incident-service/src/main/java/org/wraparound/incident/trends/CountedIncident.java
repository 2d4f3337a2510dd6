package org.wraparound.incident.trends;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.wraparound.kit.access.PersonRecord;

/**
 * The coded facts of an incident: just the columns of the indexes of trends, so that counting never
 * reads the records themselves. Every query asks for those that are counted.
 */
@Entity
@Immutable
@Table(name = "incident")
@SQLRestriction(PersonRecord.VISIBLE_AMONG_MANY)
class CountedIncident extends PersonRecord {
  @Column(name = "setting_id")
  private String settingId;

  /** By the clock on the wall in London. */
  @Column(name = "happened_local")
  private LocalDateTime happenedLocal;

  /** First day of that month. */
  @Column(name = "happened_month")
  private LocalDate happenedMonth;

  /** Severity, kind, location and early intervention, with commas between them. */
  @Column(name = "facts_joined")
  private String facts;

  @Column(name = "restrictive_minutes")
  private int restrictiveMinutes;

  /** Codes with commas between them; empty is none, null is not yet recorded. */
  @Column(name = "antecedents_joined")
  private String antecedents;

  /** Types of risk, in the same form. */
  @Column(name = "allegations_joined")
  private String allegations;

  /** Neither withdrawn nor a duplicate of another. */
  @Column(name = "counted")
  private boolean counted;

  CountedIncident() {}
}
