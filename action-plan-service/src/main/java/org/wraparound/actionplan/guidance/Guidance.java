package org.wraparound.actionplan.guidance;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.wraparound.actionplan.guidance.GuidanceEvent.GuidanceAcknowledged;
import org.wraparound.actionplan.guidance.GuidanceEvent.GuidancePublished;
import org.wraparound.actionplan.guidance.GuidanceEvent.GuidanceReadersNamed;
import org.wraparound.actionplan.guidance.GuidanceEvent.GuidanceUnread;
import org.wraparound.actionplan.guidance.GuidanceEvent.GuidanceWithdrawn;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.London;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/**
 * One version of the page by which a provider's staff support a person on shift. A draft is
 * written, then published, which ends the version before it; what was published is never changed.
 * Of each person, provider and kind of setting one page at most is in force, and one in draft.
 */
@Entity
@Table(name = "guidance")
public class Guidance extends PersonRecord {
  /** Most days ahead by which a page is to be read. */
  private static final int LONGEST_TO_READ_DAYS = 92;

  @Column(updatable = false)
  private String reference;

  @Column(name = "plan_id", updatable = false)
  private UUID planId;

  @Enumerated(EnumType.STRING)
  @Column(name = "setting_kind", updatable = false)
  private SettingKind settingKind;

  @ElementCollection
  @CollectionTable(name = "guidance_setting", joinColumns = @JoinColumn(name = "guidance_id"))
  @Column(name = "setting_id")
  @BatchSize(size = 200)
  private Set<String> settings = new HashSet<>();

  @JdbcTypeCode(SqlTypes.JSON)
  private ShiftPage page;

  @Column(name = "drafted_at", updatable = false)
  private Instant draftedAt;

  @Column(name = "drafted_by", updatable = false)
  private String draftedBy;

  private Integer number;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by")
  private String publishedBy;

  @Column(name = "read_by")
  private LocalDate readBy;

  private UUID replaces;

  @Column(name = "superseded_at")
  private Instant supersededAt;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  @Column(name = "withdrawn_by")
  private String withdrawnBy;

  @Column(name = "withdrawal_reason")
  private String withdrawalReason;

  private int chases;

  // The database derives it from the columns above as status() does, for queries to filter and
  // index by; it is stale in memory until the guidance is read again.
  @SuppressWarnings("UnusedVariable")
  @Enumerated(EnumType.STRING)
  @Column(name = "status", insertable = false, updatable = false)
  private GuidanceStatus status;

  Guidance() {}

  Guidance(
      UUID personId,
      UUID planId,
      SettingKind settingKind,
      Set<String> settings,
      ShiftPage page,
      String reference,
      Caller draftedBy,
      Instant draftedAt) {
    super(Ids.next(), personId, draftedBy.agency());
    this.planId = planId;
    this.settingKind = settingKind;
    this.settings.addAll(settings);
    this.page = page;
    this.reference = reference;
    this.draftedBy = draftedBy.userId();
    this.draftedAt = draftedAt;
  }

  /**
   * A draft says something else.
   *
   * @throws ProblemException 403 for another agency than the provider, 409 unless it is a draft
   */
  void amend(Set<String> appliesIn, ShiftPage says, Caller caller) {
    mustBeOfProvider(caller);
    mustBeDraft("changed", "Draft the next version instead.");
    settings.clear();
    settings.addAll(appliesIn);
    page = says;
  }

  /**
   * It is in force from now on.
   *
   * @param last the version published before it, superseded by this if it is in force; or null
   * @throws ProblemException 403 for another agency than the provider, 409 unless it is a draft,
   *     422 naming each part that is missing
   */
  GuidancePublished publish(
      Guidance last, int readers, LocalDate toBeReadBy, Caller caller, Instant at) {
    mustBeOfProvider(caller);
    mustBeDraft("published", "Draft the next version instead.");
    List<Violation> missing = page.missing();
    if (!missing.isEmpty()) {
      throw ProblemException.invalid(missing);
    }
    mustBeInTime(toBeReadBy, at);
    number = last == null ? 1 : last.number + 1;
    replaces = last == null ? null : last.id;
    publishedAt = at;
    publishedBy = caller.userId();
    readBy = toBeReadBy;
    return new GuidancePublished(
        id,
        reference,
        personId,
        agency,
        planId,
        number,
        replaces,
        settingKind,
        settings.stream().sorted().toList(),
        readers,
        readBy,
        at);
  }

  /** A later version is in force; nothing happens to one that was withdrawn. */
  void supersede(Instant at) {
    if (status() == GuidanceStatus.PUBLISHED) {
      supersededAt = at;
    }
  }

  /**
   * More of the staff must read it.
   *
   * @throws ProblemException 403 for another agency than the provider, 409 unless it is in force
   */
  GuidanceReadersNamed nameReaders(int named, LocalDate toReadBy, Caller caller, Instant at) {
    mustBeOfProvider(caller);
    mustBeInForce("given to more readers");
    mustBeInTime(toReadBy, at);
    return new GuidanceReadersNamed(id, personId, named, toReadBy, at);
  }

  /**
   * It must not be worked by any more; a draft is put aside, which is nobody else's concern.
   *
   * @throws ProblemException 403 for another agency than the provider, 409 when a later version is
   *     in force or it was withdrawn before
   */
  Optional<GuidanceWithdrawn> withdraw(String reason, Caller caller, Instant at) {
    mustBeOfProvider(caller);
    if (status() != GuidanceStatus.DRAFT) {
      mustBeInForce("withdrawn");
    }
    withdrawnAt = at;
    withdrawnBy = caller.userId();
    withdrawalReason = reason;
    return publishedAt == null
        ? Optional.empty()
        : Optional.of(new GuidanceWithdrawn(id, reference, personId, agency, at));
  }

  GuidanceAcknowledged acknowledged(ReadingTally tally, Instant at) {
    return new GuidanceAcknowledged(id, personId, tally.readers(), tally.unread(), at);
  }

  /** Tells, one step further each time, that some have not read it in time. */
  Optional<GuidanceUnread> chase(ReadingTally tally, Instant at) {
    if (status() != GuidanceStatus.PUBLISHED || tally.overdue() == 0) {
      return Optional.empty();
    }
    ChaseStep step = ChaseStep.after(chases);
    chases++;
    return Optional.of(
        new GuidanceUnread(
            id, reference, personId, agency, step, chases, tally.readers(), tally.overdue(), at));
  }

  /** Others have a later day to read it by; the chase for them begins at its first step. */
  void beginChaseAnew() {
    chases = 0;
  }

  /**
   * @throws ProblemException 409 unless it is in force
   */
  void mustBeInForce(String transition) {
    if (status() != GuidanceStatus.PUBLISHED) {
      throw ProblemException.conflict(
          "%s is %s and cannot be %s; only the version in force can."
              .formatted(reference, status(), transition));
    }
  }

  /**
   * @throws ProblemException 422 unless it was in force at that moment
   */
  void mustHaveBeenInForce(Instant moment) {
    Instant ended = supersededAt == null ? withdrawnAt : supersededAt;
    if (publishedAt == null
        || moment.isBefore(publishedAt)
        || (ended != null && moment.isAfter(ended))) {
      throw ProblemException.invalid(
          "observedAt", reference + " was not in force then: observe the version that was");
    }
  }

  private void mustBeOfProvider(Caller caller) {
    if (!agency.equals(caller.agency())) {
      throw ProblemException.forbidden("Only " + agency + ", whose staff it guides, does this.");
    }
  }

  private void mustBeDraft(String transition, String rule) {
    if (status() != GuidanceStatus.DRAFT) {
      throw ProblemException.conflict(
          "%s is %s and cannot be %s. %s".formatted(reference, status(), transition, rule));
    }
  }

  private static void mustBeInTime(LocalDate readBy, Instant now) {
    LocalDate today = London.dayOf(now);
    if (readBy.isBefore(today) || readBy.isAfter(today.plusDays(LONGEST_TO_READ_DAYS))) {
      throw ProblemException.invalid(
          "readBy", "give today or a later day, at most " + LONGEST_TO_READ_DAYS + " days ahead");
    }
  }

  /** Where it stands. */
  public GuidanceStatus status() {
    if (withdrawnAt != null) {
      return GuidanceStatus.WITHDRAWN;
    }
    if (supersededAt != null) {
      return GuidanceStatus.SUPERSEDED;
    }
    return publishedAt != null ? GuidanceStatus.PUBLISHED : GuidanceStatus.DRAFT;
  }

  /** What it says differently from the version it replaces; null when it replaces none. */
  public List<ShiftPage.Change> changes(Collection<Guidance> earlier) {
    return earlier.stream()
        .filter(before -> before.id.equals(replaces))
        .findFirst()
        .map(before -> page.changesSince(before.page))
        .orElse(null);
  }

  /** Whether it is worked by in the setting: it names it, or none and the person lives there. */
  public boolean appliesIn(String settingId, boolean livesThere) {
    return settings.isEmpty() ? livesThere : settings.contains(settingId);
  }

  /** Where it is found. */
  public URI uri() {
    return URI.create("/v1/guidance/" + id);
  }

  /** Reference to say on the phone. */
  public String reference() {
    return reference;
  }

  UUID planId() {
    return planId;
  }

  /** Kind of setting it is written for; null for every kind. */
  public SettingKind settingKind() {
    return settingKind;
  }

  Set<String> settings() {
    return Set.copyOf(settings);
  }

  /** What it says. */
  public ShiftPage page() {
    return page;
  }

  Instant draftedAt() {
    return draftedAt;
  }

  String draftedBy() {
    return draftedBy;
  }

  String publishedBy() {
    return publishedBy;
  }

  String withdrawnBy() {
    return withdrawnBy;
  }

  /** Counts what was published; null in a draft. */
  public Integer number() {
    return number;
  }

  /** When it came into force; null in a draft. */
  public Instant publishedAt() {
    return publishedAt;
  }

  LocalDate readBy() {
    return readBy;
  }

  UUID replaces() {
    return replaces;
  }

  Instant supersededAt() {
    return supersededAt;
  }

  /** When it was withdrawn, or null. */
  public Instant withdrawnAt() {
    return withdrawnAt;
  }

  String withdrawalReason() {
    return withdrawalReason;
  }

  int chases() {
    return chases;
  }
}
