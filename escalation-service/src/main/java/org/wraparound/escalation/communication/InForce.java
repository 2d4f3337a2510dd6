package org.wraparound.escalation.communication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.type.SqlTypes;
import org.wraparound.escalation.directory.ContactPoint;

/**
 * The version in force, for the service itself to obey on behalf of whoever asks. It is no {@link
 * org.wraparound.kit.access.PersonRecord}: an agency outside the circle that answers a referral
 * must not make the service forget whom it keeps from whom.
 */
@Entity
@Immutable
@Table(name = "safe_communication")
@SQLRestriction("replaced_at is null")
class InForce {
  @Id private UUID id;

  @Column(name = "person_id")
  private UUID personId;

  private String agency;
  private boolean discreet;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Enumerated(EnumType.STRING)
  @Column(name = "avoid_kinds")
  private List<ContactPoint.Kind> avoidKinds;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "avoid_agencies")
  private String[] avoidAgencies;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "avoid_contacts")
  private UUID[] avoidContacts;

  private String instructions;

  InForce() {}

  UUID personId() {
    return personId;
  }

  String agency() {
    return agency;
  }

  SafeCommunication rules() {
    return new SafeCommunication(
        discreet, Set.copyOf(avoidKinds), Set.of(avoidAgencies), Set.of(avoidContacts));
  }

  ToHonour toHonour() {
    return new ToHonour(
        discreet, avoidKinds, List.of(avoidAgencies), List.of(avoidContacts), instructions);
  }
}
