package org.wraparound.incident.trends;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wraparound.incident.FreshPlans;
import org.wraparound.kit.reference.CodeList;
import org.wraparound.kit.reference.CodeLists;

/**
 * Counts incidents: the database groups them by the facts they have in common, from an index alone
 * (V5__trends_and_search.sql), and what is left, some thousand rows, is added up here.
 */
@ApplicationScoped
class Counting {
  private static final String FROM = " from CountedIncident i where i.counted and %2$s and %3$s ";

  private static final String FACTS =
      "select %4$s as start, i.facts as facts, count(*)" + FROM + "group by %1$s, facts";

  /** Several codes to an incident: grouped as they stand, and counted one by one afterwards. */
  private static final String CODES =
      "select %4$s as start, i.antecedents as antecedents, i.allegations as allegations, count(*)"
          + FROM
          + "group by %1$s, antecedents, allegations";

  private static final String RESTRICTIONS =
      "select %4$s as start, count(*), sum(i.restrictiveMinutes)"
          + FROM
          + "and i.restrictiveMinutes > 0 group by %1$s";

  /**
   * For each setting, and for all of them together. A person is marked once in an interval, so that
   * the people of all settings need not be sorted to be counted.
   */
  private static final String PLACES =
      "select p.start, p.setting, cast(sql('grouping(?)', p.setting) as Integer) = 1, sum(p.incidents), count(p.person)"
          + " from (select %4$s as start, i.settingId as setting, count(*) as incidents,"
          + " case when row_number() over (partition by %1$s, i.personId order by i.settingId) = 1 then 1 end as person"
          + FROM
          + "group by %1$s, i.personId, setting) p group by p.start, rollup(p.setting)";

  private static final String HOURS =
      "select cast(sql('extract(isodow from ?)', i.happenedLocal) as Integer) as day,"
          + " hour(i.happenedLocal) as hour, count(*)"
          + FROM
          + "group by day, hour";

  private final EntityManager entities;
  private final FreshPlans plans;
  private final Map<Dimension, List<String>> codes = new EnumMap<>(Dimension.class);

  Counting(EntityManager entities, FreshPlans plans, CodeLists lists) {
    this.entities = entities;
    this.plans = plans;
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
    plans.use();
    Grid grid = Grid.empty();
    for (Hour row : query(HOURS, Hour.class, scope, Interval.WEEK, span)) {
      grid.add(row.day() - 1, row.hour(), row.incidents());
    }
    return new Report(tallies(scope, Interval.WEEK, span, false), grid);
  }

  /** By month, and within it by setting too if that is wanted. */
  Report monthly(Scope scope, Span span, boolean bySetting) {
    plans.use();
    return new Report(tallies(scope, Interval.MONTH, span, bySetting), Grid.empty());
  }

  private List<Tally> tallies(Scope scope, Interval interval, Span span, boolean bySetting) {
    List<Place> places = query(PLACES, Place.class, scope, interval, span);
    Map<Dimension, List<String>> counted = new EnumMap<>(codes);
    if (bySetting) {
      counted.put(
          Dimension.SETTING,
          places.stream().filter(row -> !row.all()).map(Place::code).distinct().sorted().toList());
    }
    Map<Integer, Tally> tallies = new TreeMap<>();
    interval
        .of(span)
        .forEach(start -> tallies.put((int) start.toEpochDay(), new Tally(start, counted)));
    for (Place row : places) {
      row.addTo(tallies.get(row.start()), bySetting);
    }
    for (Facts row : query(FACTS, Facts.class, scope, interval, span)) {
      row.addTo(tallies.get(row.start()));
    }
    for (Codes row : query(CODES, Codes.class, scope, interval, span)) {
      row.addTo(tallies.get(row.start()));
    }
    for (Restrictions row : query(RESTRICTIONS, Restrictions.class, scope, interval, span)) {
      tallies.get(row.start()).restrictions(row.incidents(), row.minutes());
    }
    return List.copyOf(tallies.values());
  }

  private <T> List<T> query(String hql, Class<T> row, Scope scope, Interval interval, Span span) {
    TypedQuery<T> query =
        entities
            .createQuery(
                hql.formatted(
                    interval.start(),
                    scope.condition(),
                    interval.within(),
                    interval.startAsNumber()),
                row)
            .setParameter("start", interval.bound(span.from()))
            .setParameter("end", interval.bound(span.to().plusDays(1)));
    scope.parameters().forEach(query::setParameter);
    return query.getResultList();
  }

  /** How often these facts were recorded together. */
  record Facts(Integer start, String facts, Long incidents) {
    void addTo(Tally tally) {
      String[] codes = facts.split(",", -1);
      tally.add(Dimension.SEVERITY, codes[0], incidents);
      tally.add(Dimension.KIND, codes[1], incidents);
      tally.add(Dimension.LOCATION, codes[2], incidents);
      tally.addEarlyIntervention(codes[3].isEmpty() ? null : Boolean.valueOf(codes[3]), incidents);
    }
  }

  /** How often these antecedents and types of risk were recorded together. */
  record Codes(Integer start, String antecedents, String allegations, Long incidents) {
    void addTo(Tally tally) {
      if (antecedents == null || antecedents.isEmpty()) {
        tally.add(
            Dimension.ANTECEDENT, antecedents == null ? Tally.NOT_RECORDED : Tally.NONE, incidents);
      } else {
        tally.addEach(Dimension.ANTECEDENT, antecedents, incidents);
      }
      if (allegations != null && !allegations.isEmpty()) {
        tally.addEach(Dimension.TYPE_OF_RISK, allegations, incidents);
      }
    }
  }

  record Restrictions(Integer start, Long incidents, Long minutes) {}

  /**
   * @param all whether it is of all settings together
   * @param people different people; means something only for all settings together
   */
  record Place(Integer start, String setting, Boolean all, Long incidents, Long people) {
    String code() {
      return setting == null ? Tally.NOT_RECORDED : setting;
    }

    void addTo(Tally tally, boolean bySetting) {
      if (all) {
        tally.total(incidents, people);
      } else if (bySetting) {
        tally.add(Dimension.SETTING, code(), incidents);
      }
    }
  }

  record Hour(Integer day, Integer hour, Long incidents) {}
}
