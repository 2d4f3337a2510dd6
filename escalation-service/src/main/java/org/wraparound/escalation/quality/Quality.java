package org.wraparound.escalation.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wraparound.escalation.overrides.ThresholdOverride.Kind;
import org.wraparound.escalation.policies.Route;
import org.wraparound.escalation.quality.LikeCases.Decided;
import org.wraparound.kit.web.Cursor;
import org.wraparound.kit.web.Page;
import org.wraparound.kit.web.PageRequest;

/** Counting how escalation went, of what the caller may see; the database does it. */
@ApplicationScoped
class Quality {
  private static final int SHOWN_OF_EACH = 50;

  private static final String RESPONSE_TIMES =
      """
      select %s, count(*),
        count(c.acknowledgedAt),
        sum(case when c.acknowledgedAt is null and c.closedAt is null then 1 else 0 end),
        sum(case when coalesce(c.acknowledgedAt, c.closedAt, :now) > c.acknowledgeBy
          then 1 else 0 end),
        percentile_cont(0.5) within group (order by c.secondsToAcknowledge),
        percentile_cont(0.9) within group (order by c.secondsToAcknowledge),
        count(c.secondsToDecide),
        sum(case when not c.decisionStands and c.closedAt is null then 1 else 0 end),
        sum(case when
            (case when c.decisionStands then c.decidedAt else coalesce(c.closedAt, :now) end)
              > c.decideBy
          then 1 else 0 end),
        percentile_cont(0.5) within group (order by c.secondsToDecide),
        percentile_cont(0.9) within group (order by c.secondsToDecide)
      from CountedEscalation c
      where c.raisedAt >= :from and c.raisedAt < :until
        and (:route is null or c.route = :route)
        and (:agency is null or c.recipientAgency = :agency)
      %s
      """;
  private static final String IN_ALL =
      RESPONSE_TIMES.formatted("cast(null as String), cast(null as String)", "");
  private static final String GROUPED =
      RESPONSE_TIMES.formatted(
          "c.route, c.recipientAgency",
          "group by c.route, c.recipientAgency order by c.route, c.recipientAgency nulls last");

  private static final String DECIDED_IN_PERIOD =
      " from CountedEscalation c where c.decisionStands"
          + " and c.decidedAt >= :from and c.decidedAt < :until ";
  private static final String DECIDED_DIFFERENTLY =
      "select c.likeness"
          + DECIDED_IN_PERIOD
          + """
          and c.likeness > :after
          group by c.likeness
          having count(distinct c.decision) > 1 or count(distinct c.s42Outcome) > 1
          order by c.likeness
          """;
  private static final String THEIR_DECISIONS =
      "select r.likeness, r.decision, r.s42Outcome, r.id, r.alike from ("
          + "select c.id as id, c.likeness as likeness, c.decision as decision,"
          + " c.s42Outcome as s42Outcome,"
          + " row_number() over (partition by c.likeness, c.decision, c.s42Outcome order by c.id desc) as place,"
          + " count(*) over (partition by c.likeness, c.decision, c.s42Outcome) as alike"
          + DECIDED_IN_PERIOD
          + "and c.likeness in :likenesses"
          + ") r where r.place <= :shown order by r.alike desc, r.decision, r.s42Outcome, r.id desc";

  private static final String OVERRIDES =
      """
      select r.kind, r.route, r.agency, r.escalationId, r.alike from (
        select o.kind as kind, o.route as route, o.byAgency as agency,
          o.escalationId as escalationId, o.id as id,
          row_number() over (partition by o.kind, o.route, o.byAgency order by o.id desc) as place,
          count(*) over (partition by o.kind, o.route, o.byAgency) as alike
        from ThresholdOverride o
        where o.madeAt >= :from and o.madeAt < :until
          and (:route is null or o.route = :route)
          and (:agency is null or o.byAgency = :agency)
      ) r where r.place <= :shown order by r.kind, r.route, r.agency, r.id desc
      """;

  private final EntityManager entities;
  private final Clock clock;

  Quality(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * @param route only to this route; null for all
   * @param agency only those that this agency must answer; null for all
   */
  ResponseTimes responseTimes(Period period, Route route, String agency) {
    return new ResponseTimes(
        period.from(),
        period.until(),
        rows(IN_ALL, period, route, agency).get(0).figures(),
        rows(GROUPED, period, route, agency).stream().map(ResponseTimes.Row::group).toList());
  }

  private List<ResponseTimes.Row> rows(String hql, Period period, Route route, String agency) {
    return over(period, hql, ResponseTimes.Row.class)
        .setParameter("now", clock.instant())
        .setParameter("route", route == null ? null : route.name())
        .setParameter("agency", agency)
        .getResultList();
  }

  Page<LikeCases> decidedDifferently(Period period, PageRequest page) {
    List<String> found =
        over(period, DECIDED_DIFFERENTLY, String.class)
            .setParameter("after", page.after() == null ? "" : page.after().parts().get(0))
            .setMaxResults(page.fetch())
            .getResultList();
    Map<String, List<LikeCases.Row>> decisions =
        over(period, THEIR_DECISIONS, LikeCases.Row.class)
            .setParameter("likenesses", found)
            .setParameter("shown", SHOWN_OF_EACH)
            .getResultStream()
            .collect(Collectors.groupingBy(LikeCases.Row::likeness));
    Map<String, CountedEscalation> examples =
        entities
            .createQuery("from CountedEscalation c where c.id in :ids", CountedEscalation.class)
            .setParameter(
                "ids", decisions.values().stream().map(rows -> rows.get(0).escalationId()).toList())
            .getResultStream()
            .collect(Collectors.toMap(CountedEscalation::likeness, Function.identity()));
    return Page.of(
        found,
        page,
        likeness -> cases(examples.get(likeness), decisions.get(likeness)),
        Cursor::of);
  }

  private static LikeCases cases(CountedEscalation example, List<LikeCases.Row> rows) {
    record Said(String decision, String s42Outcome, long count) {}
    List<Decided> decisions =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> new Said(row.decision(), row.s42Outcome(), row.count())))
            .entrySet()
            .stream()
            .map(
                said ->
                    new Decided(
                        said.getKey().decision(),
                        said.getKey().s42Outcome(),
                        said.getKey().count(),
                        said.getValue().stream().map(LikeCases.Row::escalationId).toList()))
            .sorted(
                Comparator.comparing(Decided::count).reversed().thenComparing(Decided::decision))
            .toList();
    return new LikeCases(
        example.ruleCode(), example.route(), LikeCases.facts(example.facts()), decisions);
  }

  /**
   * @param route only to this route; null for all
   * @param agency only by people of this agency; null for all
   */
  OverrideReport overrides(Period period, Route route, String agency) {
    record Alike(Kind kind, Route route, String agency, long count) {}
    List<OverrideReport.Group> groups =
        over(period, OVERRIDES, OverrideReport.Row.class)
            .setParameter("route", route)
            .setParameter("agency", agency)
            .setParameter("shown", SHOWN_OF_EACH)
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    row -> new Alike(row.kind(), row.route(), row.agency(), row.count()),
                    LinkedHashMap::new,
                    Collectors.mapping(OverrideReport.Row::escalationId, Collectors.toList())))
            .entrySet()
            .stream()
            .map(
                alike ->
                    new OverrideReport.Group(
                        alike.getKey().kind(),
                        alike.getKey().route(),
                        alike.getKey().agency(),
                        alike.getKey().count(),
                        alike.getValue()))
            .toList();
    return new OverrideReport(
        period.from(),
        period.until(),
        groups.stream().mapToLong(OverrideReport.Group::count).sum(),
        groups);
  }

  private <T> TypedQuery<T> over(Period period, String hql, Class<T> row) {
    return entities
        .createQuery(hql, row)
        .setParameter("from", period.start())
        .setParameter("until", period.end());
  }
}
