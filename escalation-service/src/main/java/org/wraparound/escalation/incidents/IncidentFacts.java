package org.wraparound.escalation.incidents;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.wraparound.escalation.policies.By;
import org.wraparound.escalation.policies.Facts;
import org.wraparound.kit.access.PersonRecord;

/** The coded facts of an incident as they now stand, as incident-service recorded them. */
@Entity
@Table(name = "incident_facts")
class IncidentFacts extends PersonRecord {
  @Column(name = "happened_at")
  private Instant happenedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private Map<String, List<String>> known;

  private int number;
  private boolean withdrawn;

  @Column(name = "duplicate_of")
  private UUID duplicateOf;

  private int evaluations;

  @ElementCollection
  @CollectionTable(name = "incident_key", joinColumns = @JoinColumn(name = "incident_id"))
  private Set<Counted> keys = new HashSet<>();

  IncidentFacts() {}

  IncidentFacts(Facts facts) {
    super(facts.incidentId(), facts.personId(), facts.provider());
    this.number = 1;
    take(facts);
  }

  /** For whom or what, other than the person, an incident counts. */
  @Embeddable
  record Counted(String code, @Column(name = "happened_at") Instant happenedAt) {}

  private void take(Facts facts) {
    happenedAt = facts.happenedAt();
    known = facts.known();
    keys.clear();
    keys.addAll(
        Stream.of(By.values())
            .filter(By::isAcrossPeople)
            .flatMap(by -> by.keysOf(facts).stream())
            .map(key -> new Counted(key, happenedAt))
            .collect(Collectors.toSet()));
  }

  /**
   * The record was corrected; false when this is known already.
   *
   * @param version number of the record's version
   */
  boolean correct(Facts facts, int version) {
    if (version <= number) {
      return false;
    }
    number = version;
    take(facts);
    return true;
  }

  /** It was withdrawn; false when this is known already. */
  boolean withdraw() {
    boolean news = !withdrawn;
    withdrawn = true;
    return news;
  }

  /** It turned out to be another one, recorded twice. */
  void duplicates(UUID original) {
    duplicateOf = original;
  }

  /** It is an incident of its own after all; false when this is known already. */
  boolean standsAlone() {
    boolean news = duplicateOf != null;
    duplicateOf = null;
    return news;
  }

  /** Whether it counts for patterns and thresholds. */
  boolean counts() {
    return !withdrawn && duplicateOf == null;
  }

  /** Numbers an evaluation of it. */
  int nextEvaluation() {
    return ++evaluations;
  }

  Facts facts() {
    return new Facts(id, personId, agency, happenedAt, known);
  }
}
