package org.wraparound.actionplan.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Ids;
import org.wraparound.kit.web.ProblemException;

/**
 * Closed actions drawn at random to be looked at again. Nobody chooses them, and anyone can check
 * the draw: each action's lot is the SHA-256 of the seed and its id, and the lowest lots are drawn.
 */
@Entity
@Table(name = "action_audit")
class ActionAudit {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private int seed;

  @Column(updatable = false)
  private int size;

  @Column(updatable = false)
  private int population;

  @Column(name = "closed_from", updatable = false)
  private LocalDate closedFrom;

  @Column(name = "closed_until", updatable = false)
  private LocalDate closedUntil;

  @Column(name = "owner_agency", updatable = false)
  private String ownerAgency;

  @Column(updatable = false)
  private String provider;

  @Column(name = "drawn_at", updatable = false)
  private Instant drawnAt;

  @Column(name = "drawn_by_agency", updatable = false)
  private String drawnByAgency;

  @Column(name = "drawn_by", updatable = false)
  private String drawnBy;

  private int audited;
  private int conforming;

  ActionAudit() {}

  ActionAudit(DrawAudit asked, int seed, int size, int population, Caller caller, Instant at) {
    this.id = Ids.next();
    this.seed = seed;
    this.size = size;
    this.population = population;
    this.closedFrom = asked.closedFrom();
    this.closedUntil = asked.closedUntil();
    this.ownerAgency = asked.ownerAgency();
    this.provider = asked.provider();
    this.drawnAt = at;
    this.drawnByAgency = caller.agencyOrRole();
    this.drawnBy = caller.userId();
  }

  /** Those with the lowest lots, the lowest first; all, where there are no more than the size. */
  static List<UUID> draw(int seed, int size, Collection<UUID> population) {
    return population.stream()
        .map(action -> new Lot(action, lot(seed, action)))
        .sorted(Comparator.comparing(Lot::lot))
        .limit(size)
        .map(Lot::action)
        .toList();
  }

  private record Lot(UUID action, String lot) {}

  private static String lot(int seed, UUID action) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((seed + " " + action).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws ProblemException 403 for another agency than the one that drew it
   */
  void requireOf(Caller caller) {
    if (!drawnByAgency.equals(caller.agencyOrRole())) {
      throw ProblemException.forbidden(
          "Only " + drawnByAgency + ", who drew this audit, records what was found.");
    }
  }

  /** One of its actions was looked at. */
  void count(ActionAudited found) {
    audited++;
    conforming += found.conforms() ? 1 : 0;
  }

  URI uri() {
    return URI.create("/v1/action-audits/" + id);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  int seed() {
    return seed;
  }

  int size() {
    return size;
  }

  int population() {
    return population;
  }

  LocalDate closedFrom() {
    return closedFrom;
  }

  LocalDate closedUntil() {
    return closedUntil;
  }

  String ownerAgency() {
    return ownerAgency;
  }

  String provider() {
    return provider;
  }

  Instant drawnAt() {
    return drawnAt;
  }

  String drawnByAgency() {
    return drawnByAgency;
  }

  String drawnBy() {
    return drawnBy;
  }

  int audited() {
    return audited;
  }

  int conforming() {
    return conforming;
  }
}
