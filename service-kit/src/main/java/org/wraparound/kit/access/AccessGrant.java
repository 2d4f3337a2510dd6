package org.wraparound.kit.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** An agency in a person's circle, as this service has heard of it. */
@Entity
@Table(name = "access_grant")
@IdClass(AccessGrant.Key.class)
public class AccessGrant {
  @Id
  @Column(name = "person_id")
  private UUID personId;

  @Id private String agency;

  @Column(name = "agency_type")
  private String agencyType;

  @Enumerated(EnumType.STRING)
  private Level level;

  AccessGrant() {}

  AccessGrant(UUID personId, String agency, String agencyType, Level level) {
    this.personId = personId;
    this.agency = agency;
    this.agencyType = agencyType;
    this.level = level;
  }

  /** The person whose circle it is. */
  public UUID personId() {
    return personId;
  }

  /** Code of the agency. */
  public String agency() {
    return agency;
  }

  /** Code from the list of agency types. */
  public String agencyType() {
    return agencyType;
  }

  /** How much it may see. */
  public Level level() {
    return level;
  }

  /** Primary key. */
  public record Key(UUID personId, String agency) implements Serializable {}
}
