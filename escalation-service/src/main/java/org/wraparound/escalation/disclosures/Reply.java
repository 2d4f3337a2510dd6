package org.wraparound.escalation.disclosures;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.wraparound.escalation.disclosures.DisclosureEvent.DisclosureAnswered;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;

/** What came back on a disclosure; reached through its disclosure only, which checks access. */
@Entity
@Immutable
@Table(name = "disclosure_response")
class Reply {
  @Id private UUID id;

  @Column(name = "disclosure_id")
  private UUID disclosureId;

  @Enumerated(EnumType.STRING)
  private DisclosureResponse response;

  private String words;

  @Column(name = "came_at")
  private Instant cameAt;

  private String agency;

  @Column(name = "recorded_by")
  private String recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  Reply() {}

  Reply(
      UUID disclosureId,
      DisclosureResponse response,
      String words,
      Instant cameAt,
      Caller caller,
      Instant recordedAt) {
    this.id = Ids.next();
    this.disclosureId = disclosureId;
    this.response = response;
    this.words = words;
    this.cameAt = cameAt;
    this.agency = caller.agency();
    this.recordedBy = caller.userId();
    this.recordedAt = recordedAt;
  }

  /**
   * @param personId the person whom the disclosure is about
   */
  DisclosureAnswered answered(UUID personId) {
    return new DisclosureAnswered(disclosureId, personId, response, cameAt);
  }

  DisclosureResponse response() {
    return response;
  }

  String words() {
    return words;
  }

  Instant cameAt() {
    return cameAt;
  }

  String agency() {
    return agency;
  }

  String recordedBy() {
    return recordedBy;
  }

  Instant recordedAt() {
    return recordedAt;
  }
}
