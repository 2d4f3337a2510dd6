package org.wraparound.actionplan.handover;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.wraparound.kit.access.PersonRecord;

/** Where a person is supported, as pathway-service tells. */
@Entity
@Table(name = "resident")
class Resident extends PersonRecord {
  @Column(name = "setting_id")
  private String settingId;

  Resident() {}

  Resident(UUID personId, String provider, String settingId) {
    super(personId, personId, provider);
    this.settingId = settingId;
  }

  String settingId() {
    return settingId;
  }

  void moveTo(String setting) {
    settingId = setting;
  }
}
