package org.wraparound.incident.trends;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.wraparound.kit.access.PersonRecord;

/**
 * The coded facts of an incident that counts: one that is neither withdrawn nor a duplicate. Holds
 * just the columns of the indexes of trends, so that counting never reads the records themselves.
 */
@Entity
@Immutable
@Table(name = "incident")
@SQLRestriction("counted")
class CountedIncident extends PersonRecord {
  @Column(name = "setting_id")
  private String settingId;

  /** By the clock on the wall in London. */
  @Column(name = "happened_local")
  private LocalDateTime happenedLocal;

  @Column(name = "severity")
  private String severity;

  @Column(name = "kind")
  private String kind;

  @Column(name = "location")
  private String location;

  @Column(name = "early_intervention_used")
  private Boolean earlyInterventionUsed;

  @Column(name = "restrictive_minutes")
  private int restrictiveMinutes;

  @Column(name = "antecedent_codes")
  private List<String> antecedentCodes;

  @Column(name = "allegation_types")
  private List<String> allegationTypes;

  CountedIncident() {}
}
