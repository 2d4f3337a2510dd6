package org.wraparound.incident.documentation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.incident.incidents.Review;
import org.wraparound.kit.Ids;

/** A version of a documentation standard; never changed, because reviews name it. */
@Entity
@Immutable
@Table(name = "documentation_standard")
class PublishedStandard {
  @Id private UUID id;
  private String agency;
  private int number;

  @JdbcTypeCode(SqlTypes.JSON)
  private DocumentationStandard content;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by")
  private String publishedBy;

  PublishedStandard() {}

  /**
   * @param agency whose own it is; null for the one that comes with the product
   */
  PublishedStandard(
      String agency, int number, DocumentationStandard content, String publishedBy, Instant now) {
    content.check();
    this.id = Ids.next();
    this.agency = agency;
    this.number = number;
    this.content = content;
    this.publishedAt = now;
    this.publishedBy = publishedBy;
  }

  UUID id() {
    return id;
  }

  String agency() {
    return agency;
  }

  int number() {
    return number;
  }

  DocumentationStandard content() {
    return content;
  }

  Instant publishedAt() {
    return publishedAt;
  }

  String publishedBy() {
    return publishedBy;
  }

  Review.Measure measure() {
    return new Review.Measure(id, number);
  }
}
