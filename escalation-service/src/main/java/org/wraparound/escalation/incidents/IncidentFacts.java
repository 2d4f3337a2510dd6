package org.wraparound.escalation.incidents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.escalation.policies.Facts;
import org.wraparound.kit.access.PersonRecord;

/** The coded facts of an incident, as incident-service recorded them. */
@Entity
@Immutable
@Table(name = "incident_facts")
class IncidentFacts extends PersonRecord {
  @Column(name = "happened_at")
  private Instant happenedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private Map<String, List<String>> known;

  IncidentFacts() {}

  IncidentFacts(UUID personId, String provider, Facts facts) {
    super(facts.incidentId(), personId, provider);
    this.happenedAt = facts.happenedAt();
    this.known = facts.known();
  }

  Facts facts() {
    return new Facts(id, happenedAt, known);
  }
}
