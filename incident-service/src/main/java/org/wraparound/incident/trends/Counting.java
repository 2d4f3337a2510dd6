package org.wraparound.incident.trends;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wraparound.kit.reference.CodeList;
import org.wraparound.kit.reference.CodeLists;

/**
 * Counts incidents: the database groups them by the facts they have in common, from an index alone,
 * and what is left, a few thousand rows, is added up here.
 */
@ApplicationScoped
class Counting {
  private static final String WEEK = "week";
  private static final String MONTH = "month";

  private static final String BY_FACTS =
      """
      select trunc(i.happenedLocal, %s) as period, i.severity as severity, i.kind as kind, i.location as location,
          i.earlyInterventionUsed as used, count(*),
          count(*) filter (where i.restrictiveMinutes > 0), sum(i.restrictiveMinutes)
      from CountedIncident i
      where %s and i.happenedLocal >= :start and i.happenedLocal < :end
      group by period, severity, kind, location, used
      """;

  /** Several codes to an incident: grouped as they stand, which is cheaper than one by one. */
  private static final String BY_CODES =
      """
      select trunc(i.happenedLocal, %s) as period, i.antecedentCodes as antecedents, i.allegationTypes as types,
          count(*)
      from CountedIncident i
      where %s and i.happenedLocal >= :start and i.happenedLocal < :end
      group by period, antecedents, types
      """;

  private static final String BY_HOUR =
      """
      select cast(sql('extract(isodow from ?)', i.happenedLocal) as Integer) as day,
          hour(i.happenedLocal) as hour, count(*)
      from CountedIncident i
      where %s and i.happenedLocal >= :start and i.happenedLocal < :end
      group by day, hour
      """;

  private static final String PEOPLE =
      """
      select p.period, count(*)
      from (
        select trunc(i.happenedLocal, %s) as period, i.personId as person
        from CountedIncident i
        where %s and i.happenedLocal >= :start and i.happenedLocal < :end
        group by period, person) p
      group by p.period
      """;

  private static final String BY_SETTING =
      """
      select trunc(i.happenedLocal, %s) as period, coalesce(i.settingId, 'NOT_RECORDED') as setting, count(*)
      from CountedIncident i
      where %s and i.happenedLocal >= :start and i.happenedLocal < :end
      group by period, setting
      """;

  private final EntityManager entities;
  private final Map<Dimension, List<String>> codes = new EnumMap<>(Dimension.class);

  Counting(EntityManager entities, CodeLists lists) {
    this.entities = entities;
    codes.put(Dimension.SEVERITY, codesOf(lists, "physical-harm", Tally.NOT_RECORDED));
    codes.put(Dimension.KIND, codesOf(lists, "incident-kind"));
    codes.put(Dimension.ANTECEDENT, codesOf(lists, "antecedent", Tally.NONE, Tally.NOT_RECORDED));
    codes.put(Dimension.LOCATION, codesOf(lists, "location-of-risk"));
    codes.put(Dimension.TYPE_OF_RISK, codesOf(lists, "type-of-risk"));
  }

  private static List<String> codesOf(CodeLists lists, String name, String... more) {
    List<String> codes = new ArrayList<>();
    lists
        .named(name)
        .ifPresent(list -> list.codes().stream().map(CodeList.Code::code).forEach(codes::add));
    codes.addAll(List.of(more));
    return codes;
  }

  /** By week, and by hour of the week. */
  Report weekly(Scope scope, Span span) {
    Map<LocalDate, Tally> weeks = tallies(span.weeks(), codes);
    count(weeks, scope, span, WEEK);
    Grid grid = Grid.empty();
    for (Hour row : query(BY_HOUR.formatted(scope.condition()), Hour.class, scope, span)) {
      grid.add(row.day() - 1, row.hour(), row.incidents());
    }
    return new Report(List.copyOf(weeks.values()), grid);
  }

  /** By month. */
  Report monthly(Scope scope, Span span) {
    Map<LocalDate, Tally> months = tallies(span.months(), codes);
    count(months, scope, span, MONTH);
    return new Report(List.copyOf(months.values()), Grid.empty());
  }

  /** By month, and within it by setting too. */
  Report monthlyBySetting(Scope scope, Span span) {
    List<Setting> rows = query(BY_SETTING, MONTH, Setting.class, scope, span);
    Map<Dimension, List<String>> all = new EnumMap<>(codes);
    all.put(Dimension.SETTING, rows.stream().map(Setting::setting).distinct().sorted().toList());
    Map<LocalDate, Tally> months = tallies(span.months(), all);
    for (Setting row : rows) {
      row.addTo(months.get(row.period().toLocalDate()));
    }
    count(months, scope, span, MONTH);
    return new Report(List.copyOf(months.values()), Grid.empty());
  }

  private static Map<LocalDate, Tally> tallies(
      List<LocalDate> starts, Map<Dimension, List<String>> codes) {
    Map<LocalDate, Tally> tallies = new TreeMap<>();
    starts.forEach(start -> tallies.put(start, new Tally(start, codes)));
    return tallies;
  }

  private void count(Map<LocalDate, Tally> tallies, Scope scope, Span span, String period) {
    for (Facts row : query(BY_FACTS, period, Facts.class, scope, span)) {
      row.addTo(tallies.get(row.period().toLocalDate()));
    }
    for (Together row : query(BY_CODES, period, Together.class, scope, span)) {
      row.addTo(tallies.get(row.period().toLocalDate()));
    }
    for (People row : query(PEOPLE, period, People.class, scope, span)) {
      tallies.get(row.period().toLocalDate()).people(row.people());
    }
  }

  private <T> List<T> query(String hql, String period, Class<T> row, Scope scope, Span span) {
    return query(hql.formatted(period, scope.condition()), row, scope, span);
  }

  private <T> List<T> query(String hql, Class<T> row, Scope scope, Span span) {
    TypedQuery<T> query =
        entities
            .createQuery(hql, row)
            .setParameter("start", span.from().atStartOfDay())
            .setParameter("end", span.to().plusDays(1).atStartOfDay());
    scope.parameters().forEach(query::setParameter);
    return query.getResultList();
  }

  record Facts(
      LocalDateTime period,
      String severity,
      String kind,
      String location,
      Boolean used,
      Long incidents,
      Long restricting,
      Long minutes) {
    void addTo(Tally tally) {
      tally.add(incidents, restricting, minutes);
      tally.add(Dimension.SEVERITY, severity, incidents);
      tally.add(Dimension.KIND, kind, incidents);
      tally.add(Dimension.LOCATION, location, incidents);
      tally.addEarlyIntervention(used, incidents);
    }
  }

  /** What several antecedents and types of risk were recorded together how often. */
  record Together(
      LocalDateTime period, List<String> antecedents, List<String> types, Long incidents) {
    void addTo(Tally tally) {
      if (antecedents == null || antecedents.isEmpty()) {
        tally.add(
            Dimension.ANTECEDENT, antecedents == null ? Tally.NOT_RECORDED : Tally.NONE, incidents);
      } else {
        tally.addEach(Dimension.ANTECEDENT, antecedents, incidents);
      }
      if (types != null) {
        tally.addEach(Dimension.TYPE_OF_RISK, types, incidents);
      }
    }
  }

  record Hour(Integer day, Integer hour, Long incidents) {}

  record People(LocalDateTime period, Long people) {}

  record Setting(LocalDateTime period, String setting, Long incidents) {
    void addTo(Tally tally) {
      tally.add(Dimension.SETTING, setting, incidents);
    }
  }
}
