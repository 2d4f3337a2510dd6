package org.wraparound.kit.access;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;

/**
 * A record about a person. The access predicate is part of it: every query and every load by id
 * passes it, so that a record the caller's agency may not see does not exist for it. An agency sees
 * the records it made and those of people whose circle it is in at level SUMMARY or FULL.
 */
@MappedSuperclass
@SQLRestriction(PersonRecord.VISIBLE)
public abstract class PersonRecord {
  /**
   * The access predicate. It reads the agency from the connection ({@link AgencyOfConnections}) and
   * not from a parameter, so that one plan of each query serves every caller.
   */
  static final String VISIBLE =
      """
      ((select current_setting('wraparound.agency', true)) = '*'
       or agency = (select current_setting('wraparound.agency', true))
       or exists (
          select 1 from access_grant g
          where g.person_id = person_id and g.agency = (select current_setting('wraparound.agency', true))
            and g.level in ('SUMMARY', 'FULL')))
      """;

  /**
   * The same predicate, for records that are only counted over many people: whom the agency may see
   * is looked up once and not for each row, and the database can share the work among processes. A
   * single record is found sooner by the other.
   */
  public static final String VISIBLE_AMONG_MANY =
      """
      ((select current_setting('wraparound.agency', true)) = '*'
       or agency = (select current_setting('wraparound.agency', true))
       or person_id in (
          select g.person_id from access_grant g
          where g.agency = (select current_setting('wraparound.agency', true))
            and g.level in ('SUMMARY', 'FULL')))
      """;

  @Id protected UUID id;

  @Version protected long version;

  @Column(name = "person_id", updatable = false)
  protected UUID personId;

  @Column(name = "agency", updatable = false)
  protected String agency;

  protected PersonRecord() {}

  /**
   * @param agency the agency whose record it is
   */
  protected PersonRecord(UUID id, UUID personId, String agency) {
    this.id = id;
    this.personId = personId;
    this.agency = agency;
  }

  /** Id of the record. */
  public UUID id() {
    return id;
  }

  /** Counts changes; the record's strong ETag. */
  public long version() {
    return version;
  }

  /** The person it is about. */
  public UUID personId() {
    return personId;
  }

  /** The agency whose record it is. */
  public String agency() {
    return agency;
  }
}
