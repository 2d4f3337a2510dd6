package org.wraparound.actionplan.oversight;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.actionplan.actions.ActionTally;
import org.wraparound.actionplan.actions.Impact;
import org.wraparound.actionplan.actions.Standing;
import org.wraparound.actionplan.templates.OutcomeDomain;
import org.wraparound.actionplan.templates.Party;

/** How actions stand and what they achieved; every number has the list that it counts beside it. */
@Schema(name = "ActionNumbers")
record ActionNumbers(
    @Schema(description = "All of them.") long count,
    String href,
    @Schema(description = "By the list standing; each action stands in exactly one way.")
        Map<Standing, Counted> byStanding,
    @Schema(description = "The same for each party apart.")
        Map<Party, Map<Standing, Counted>> byParty,
    @Schema(
            description =
                "For each outcome domain, the actions by what their latest check found; those not checked yet are in none.")
        Map<OutcomeDomain, Map<Impact, Counted>> impact) {

  /**
   * @param actions the list of all actions that were tallied
   */
  static ActionNumbers of(List<ActionTally> tallies, ListPath actions) {
    return new ActionNumbers(
        sum(tallies, tally -> true),
        actions.path(),
        byStanding(tallies, tally -> true, actions),
        each(
            Party.class,
            party ->
                byStanding(tallies, tally -> tally.party() == party, actions.with("party", party))),
        each(
            OutcomeDomain.class,
            domain ->
                each(
                    Impact.class,
                    impact ->
                        Counted.of(
                            sum(
                                tallies,
                                tally ->
                                    tally.outcomeDomain() == domain && tally.impact() == impact),
                            actions.with("outcomeDomain", domain).with("impact", impact)))));
  }

  private static Map<Standing, Counted> byStanding(
      List<ActionTally> tallies, Predicate<ActionTally> which, ListPath actions) {
    return each(
        Standing.class,
        standing ->
            Counted.of(
                sum(tallies, which.and(tally -> tally.standing() == standing)),
                actions.with("standing", standing)));
  }

  private static long sum(List<ActionTally> tallies, Predicate<ActionTally> which) {
    return tallies.stream().filter(which).mapToLong(ActionTally::actions).sum();
  }

  /** A value for each of the codes. */
  static <K extends Enum<K>, V> Map<K, V> each(Class<K> codes, Function<K, V> value) {
    Map<K, V> values = new EnumMap<>(codes);
    for (K code : codes.getEnumConstants()) {
      values.put(code, value.apply(code));
    }
    return values;
  }
}
