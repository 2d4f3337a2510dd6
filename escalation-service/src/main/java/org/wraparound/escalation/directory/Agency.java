package org.wraparound.escalation.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** An organisation that works around people. */
@Entity
@Table(name = "agency")
class Agency extends RetirableEntry {
  @Id private String code;

  @Enumerated(EnumType.STRING)
  private AgencyType type;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  private List<AgencyIdentifier> identifiers;

  @JdbcTypeCode(SqlTypes.JSON)
  @Mutability(Immutability.class)
  @Column(name = "office_hours")
  private OfficeHours officeHours;

  Agency() {}

  Agency(String code) {
    this.code = code;
  }

  void describe(DescribeAgency as) {
    call(as.name(), as.activeUntil());
    type = as.type();
    identifiers = as.identifiers();
    officeHours = as.officeHours();
  }

  static String path(String code) {
    return "/v1/agencies/" + code;
  }

  @Override
  String path() {
    return path(code);
  }

  String code() {
    return code;
  }

  AgencyType type() {
    return type;
  }

  List<AgencyIdentifier> identifiers() {
    return identifiers;
  }

  OfficeHours officeHours() {
    return officeHours;
  }
}
