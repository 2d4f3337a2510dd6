package org.wraparound.incident.trends;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.wraparound.kit.Caller;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;

/** What incidents show when they are counted: over one person, one setting or a whole provider. */
@ApplicationScoped
class Trends {
  private static final int KEY_EVENTS = 500;

  private final Counting counting;
  private final EntityManager entities;
  private final Provenance provenance;
  private final Suppression suppression;

  Trends(Counting counting, EntityManager entities, Provenance provenance, TrendsConfig config) {
    this.counting = counting;
    this.entities = entities;
    this.provenance = provenance;
    this.suppression = new Suppression(config.smallestNumber());
  }

  @Transactional
  PersonTrends ofPerson(UUID personId, Span span) {
    Report report = counting.weekly(Scope.person(personId), span);
    List<KeyEvent> events = keyEvents(personId, span);
    return new PersonTrends(
        personId,
        span.from(),
        span.to(),
        report.total(),
        report.tallies().stream().map(Tally::week).toList(),
        report.grid(),
        events.stream().limit(KEY_EVENTS).map(KeyEvent::view).toList(),
        events.size() > KEY_EVENTS);
  }

  @Transactional
  SettingTrends ofSetting(String provider, String settingId, Span span) {
    Report report = counting.weekly(Scope.setting(provider, settingId), span);
    if (isOutside(provider)) {
      suppression.apply(report);
    }
    return new SettingTrends(
        provider,
        settingId,
        span.from(),
        span.to(),
        report.total(),
        report.tallies().stream().map(Tally::week).toList(),
        report.grid(),
        report.suppressed());
  }

  /** Settings are homes of a few people, so only the provider itself sees months by setting. */
  @Transactional
  ProviderThemes ofProvider(String provider, Span span) {
    boolean outside = isOutside(provider);
    Span months = span.inWholeMonths();
    Report report = counting.monthly(Scope.provider(provider), months, !outside);
    if (outside) {
      suppression.apply(report);
    }
    return new ProviderThemes(
        provider,
        months.from(),
        months.to(),
        report.total(),
        report.tallies().stream().map(Tally::month).toList(),
        report.suppressed());
  }

  private List<KeyEvent> keyEvents(UUID personId, Span span) {
    return entities
        .createQuery(
            "from KeyEvent where personId = :personId and happenedAt >= :start and happenedAt < :end and "
                + KeyEvent.KINDS
                + " order by happenedAt, id",
            KeyEvent.class)
        .setParameter("personId", personId)
        .setParameter("start", London.startOf(span.from()))
        .setParameter("end", London.endOf(span.to()))
        .setMaxResults(KEY_EVENTS + 1)
        .getResultList();
  }

  private boolean isOutside(String provider) {
    Caller caller = provenance.caller();
    return !caller.is("auditor") && !provider.equals(caller.agency());
  }
}
