package org.wraparound.actionplan.handover;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wraparound.actionplan.actions.Action;
import org.wraparound.actionplan.actions.Actions;
import org.wraparound.actionplan.guidance.Guidance;
import org.wraparound.actionplan.guidance.GuidanceStatus;
import org.wraparound.actionplan.guidance.Guidances;
import org.wraparound.actionplan.guidance.ReadingTally;
import org.wraparound.actionplan.guidance.Readings;
import org.wraparound.actionplan.guidance.ShiftPage;
import org.wraparound.actionplan.handover.Handover.OfPerson;
import org.wraparound.actionplan.handover.Handover.PageInForce;
import org.wraparound.actionplan.handover.Handover.ToRecord;
import org.wraparound.actionplan.handover.HandoverItem.Kind;
import org.wraparound.actionplan.meetings.MeetingNotice;
import org.wraparound.actionplan.meetings.Meetings;
import org.wraparound.actionplan.plans.AgreedChange;
import org.wraparound.actionplan.plans.Plan;
import org.wraparound.actionplan.plans.PlanVersions;
import org.wraparound.actionplan.plans.Plans;
import org.wraparound.actionplan.templates.Party;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.access.PersonRecord;
import org.wraparound.kit.reference.CodeList;
import org.wraparound.kit.reference.CodeLists;
import org.wraparound.kit.web.ProblemException;

/**
 * Puts together what a shift hands over, for all people of a setting at once, in the same few
 * queries however many they are. Who lives there is a person of the setting, and who has guidance
 * that names it; of either, only those the caller's agency may see.
 */
@ApplicationScoped
@Transactional
class HandingOver {
  private final Residents residents;
  private final SupportChanges supportChanges;
  private final Guidances guidances;
  private final Readings readings;
  private final Meetings meetings;
  private final Plans plans;
  private final PlanVersions versions;
  private final Actions actions;
  private final CodeLists lists;
  private final HandoverConfig config;
  private final Provenance provenance;
  private final Clock clock;

  HandingOver(
      Residents residents,
      SupportChanges supportChanges,
      Guidances guidances,
      Readings readings,
      Meetings meetings,
      Plans plans,
      PlanVersions versions,
      Actions actions,
      CodeLists lists,
      HandoverConfig config,
      Provenance provenance,
      Clock clock) {
    this.residents = residents;
    this.supportChanges = supportChanges;
    this.guidances = guidances;
    this.readings = readings;
    this.meetings = meetings;
    this.plans = plans;
    this.versions = versions;
    this.actions = actions;
    this.lists = lists;
    this.config = config;
    this.provenance = provenance;
    this.clock = clock;
  }

  /**
   * @param since from when on changes are told; null is as far back as usual
   * @throws ProblemException 422 when that lies ahead or too far back
   */
  Handover of(String settingId, Instant since) {
    Instant now = clock.instant();
    Instant from = since == null ? now.minus(config.usualSince()) : since;
    if (from.isAfter(now) || from.isBefore(now.minus(config.longestSince()))) {
      throw ProblemException.invalid(
          "since", "give a moment of the last " + config.longestSince().toDays() + " days");
    }
    Set<UUID> atHome = new HashSet<>(residents.of(settingId, config.mostPeople() + 1));
    Set<UUID> people = new TreeSet<>(atHome);
    people.addAll(guidances.peopleIn(settingId, config.mostPeople() + 1));
    boolean allPeople = people.size() <= config.mostPeople();
    List<UUID> told = people.stream().limit(config.mostPeople()).toList();
    Gathered gathered = gather(settingId, told, atHome, from, now);
    return new Handover(
        settingId,
        from,
        now,
        allPeople && gathered.complete(),
        told.stream().map(gathered::of).toList());
  }

  private Gathered gather(
      String settingId, List<UUID> people, Set<UUID> atHome, Instant since, Instant now) {
    LocalDate today = London.dayOf(now);
    LocalDate horizon = today.plusDays(config.dueWithinDays());
    int most = config.mostActions();
    List<Guidance> pages =
        guidances.inForceOrWithdrawn(people, since).stream()
            .filter(page -> page.appliesIn(settingId, atHome.contains(page.personId())))
            .toList();
    List<UUID> pageIds = pages.stream().map(Guidance::id).toList();
    List<Action> current = actions.currentFor(people, since, most + 1);
    List<AgreedChange> agreed = versions.since(people, since, most + 1);
    return new Gathered(
        lists,
        since,
        today,
        horizon,
        current.size() <= most && agreed.size() <= most,
        byPerson(pages),
        guidances.replacedBy(pages),
        readings.tally(pageIds, today).stream()
            .collect(toMap(ReadingTally::guidanceId, Function.identity())),
        readings.unread(pageIds, provenance.caller().userId()),
        meetings.noticesFor(people, since, horizon).stream()
            .collect(groupingBy(MeetingNotice::personId)),
        byPerson(plans.openedOrClosed(people, since)),
        agreed.stream().limit(most).collect(groupingBy(AgreedChange::personId)),
        byPerson(current.stream().limit(most).toList()),
        byPerson(supportChanges.of(people, since, today, horizon)));
  }

  private static <T extends PersonRecord> Map<UUID, List<T>> byPerson(Collection<T> records) {
    return records.stream().collect(groupingBy(PersonRecord::personId));
  }

  /** All that was read, for all the people. */
  private record Gathered(
      CodeLists lists,
      Instant since,
      LocalDate today,
      LocalDate horizon,
      boolean complete,
      Map<UUID, List<Guidance>> guidance,
      List<Guidance> replaced,
      Map<UUID, ReadingTally> tallies,
      Set<UUID> unreadByCaller,
      Map<UUID, List<MeetingNotice>> meetings,
      Map<UUID, List<Plan>> plans,
      Map<UUID, List<AgreedChange>> agreed,
      Map<UUID, List<Action>> actions,
      Map<UUID, List<SupportChange>> support) {

    OfPerson of(UUID person) {
      List<Guidance> inForce =
          guidance.getOrDefault(person, List.of()).stream()
              .filter(page -> page.status() == GuidanceStatus.PUBLISHED)
              .toList();
      return new OfPerson(
          person,
          inForce.stream().map(page -> page.page().knownAs()).findFirst().orElse(null),
          inForce.stream().map(this::inForce).toList(),
          changed(person).sorted(comparing(HandoverItem::at).reversed()).toList(),
          pending(person, inForce).sorted(comparing(HandoverItem::dueOn)).toList(),
          toRecord(person, inForce).toList());
    }

    private PageInForce inForce(Guidance page) {
      ReadingTally tally = tallyOf(page);
      return new PageInForce(
          page.uri(),
          page.reference(),
          page.number(),
          page.settingKind(),
          page.publishedAt(),
          isNew(page.publishedAt()) ? page.changes(replaced) : null,
          tally.readers(),
          tally.unread(),
          unreadByCaller.contains(page.id()));
    }

    private Stream<HandoverItem> changed(UUID person) {
      List<HandoverItem> items = new ArrayList<>();
      for (Guidance page : guidance.getOrDefault(person, List.of())) {
        add(items, Kind.GUIDANCE_WITHDRAWN, page, page.withdrawnAt());
        if (page.status() == GuidanceStatus.PUBLISHED) {
          add(items, Kind.GUIDANCE_PUBLISHED, page, page.publishedAt());
        }
      }
      for (Plan plan : plans.getOrDefault(person, List.of())) {
        add(items, Kind.PLAN_OPENED, plan, plan.openedAt());
        add(items, Kind.PLAN_CLOSED, plan, plan.closedAt());
      }
      for (MeetingNotice meeting : meetings.getOrDefault(person, List.of())) {
        if (isNew(meeting.finalisedAt())) {
          items.add(
              HandoverItem.changed(
                  Kind.MEETING_DECIDED,
                  meeting.uri(),
                  meeting.reference(),
                  "%s, decisions: %d"
                      .formatted(label("meeting-kind", meeting.kind()), meeting.decisions()),
                  null,
                  meeting.finalisedAt()));
        }
      }
      for (AgreedChange change : agreed.getOrDefault(person, List.of())) {
        items.add(
            HandoverItem.changed(
                Kind.of(change.change()),
                Action.uri(change.agreement().actionId()),
                change.agreement().reference(),
                change.agreement().title(),
                change.agreement().dueOn(),
                change.madeAt()));
      }
      for (Action action : actions.getOrDefault(person, List.of())) {
        add(items, Kind.ACTION_STARTED, action, action.startedAt());
        add(items, Kind.ACTION_COMPLETED, action, action.completedAt());
        add(items, Kind.ACTION_VERIFIED, action, action.verifiedAt());
      }
      for (SupportChange change : support.getOrDefault(person, List.of())) {
        if (isNew(change.authorisedAt())) {
          items.add(
              HandoverItem.changed(
                  Kind.SUPPORT_STEPPED_UP,
                  change.uri(),
                  null,
                  "More support from %s, reviewed by %s"
                      .formatted(change.startsOn(), change.reviewOn()),
                  change.reviewOn(),
                  change.authorisedAt()));
        }
      }
      return items.stream();
    }

    private Stream<HandoverItem> pending(UUID person, List<Guidance> inForce) {
      List<HandoverItem> items = new ArrayList<>();
      for (Guidance page : inForce) {
        ReadingTally tally = tallyOf(page);
        if (tally.unread() > 0) {
          items.add(
              HandoverItem.pending(
                  Kind.GUIDANCE_UNREAD,
                  page.uri(),
                  page.reference(),
                  "%d of %d have not read version %d"
                      .formatted(tally.unread(), tally.readers(), page.number()),
                  tally.readBy(),
                  today));
        }
      }
      for (Action action : actions.getOrDefault(person, List.of())) {
        if (action.isLive()) {
          addDue(items, Kind.ACTION_DUE, action, action.dueOn());
          addDue(items, Kind.REVIEW_DUE, action, action.nextReviewOn());
        }
      }
      for (MeetingNotice meeting : meetings.getOrDefault(person, List.of())) {
        if (meeting.finalisedAt() == null) {
          items.add(
              HandoverItem.pending(
                  Kind.MEETING_DUE,
                  meeting.uri(),
                  meeting.reference(),
                  label("meeting-kind", meeting.kind()),
                  meeting.on(),
                  today));
        }
      }
      for (SupportChange change : support.getOrDefault(person, List.of())) {
        if (isSoon(change.reviewOn()) && !change.reviewOn().isBefore(today)) {
          items.add(
              HandoverItem.pending(
                  Kind.REVIEW_DUE,
                  change.uri(),
                  null,
                  "Review of the support stepped up on " + change.startsOn(),
                  change.reviewOn(),
                  today));
        }
      }
      return items.stream();
    }

    /** What the pages ask of every shift, then the evidence that the provider's actions need. */
    private Stream<ToRecord> toRecord(UUID person, List<Guidance> inForce) {
      return Stream.concat(
          inForce.stream()
              .flatMap(
                  page ->
                      page.page().toRecord().stream()
                          .map(what -> new ToRecord(what, page.uri(), page.reference(), null))),
          actions.getOrDefault(person, List.of()).stream()
              .filter(Action::isLive)
              .filter(action -> action.party() == Party.PROVIDER)
              .map(
                  action ->
                      new ToRecord(
                          action.evidenceRequired(),
                          action.uri(),
                          action.reference(),
                          action.dueOn())));
    }

    private void add(List<HandoverItem> items, Kind kind, Guidance page, Instant at) {
      if (isNew(at)) {
        items.add(
            HandoverItem.changed(
                kind,
                page.uri(),
                page.reference(),
                "Shift guidance, version %d: %s".formatted(page.number(), inWords(page)),
                null,
                at));
      }
    }

    private String inWords(Guidance page) {
      List<ShiftPage.Change> changes = page.changes(replaced);
      return changes == null
          ? "the first"
          : "%d lines new, %d gone"
              .formatted(
                  changes.stream().mapToInt(change -> change.added().size()).sum(),
                  changes.stream().mapToInt(change -> change.removed().size()).sum());
    }

    private void add(List<HandoverItem> items, Kind kind, Plan plan, Instant at) {
      if (isNew(at)) {
        items.add(
            HandoverItem.changed(
                kind, plan.uri(), plan.reference(), label("plan-kind", plan.kind()), null, at));
      }
    }

    private void add(List<HandoverItem> items, Kind kind, Action action, Instant at) {
      if (isNew(at)) {
        items.add(
            HandoverItem.changed(
                kind, action.uri(), action.reference(), action.title(), action.dueOn(), at));
      }
    }

    private void addDue(List<HandoverItem> items, Kind kind, Action action, LocalDate dueOn) {
      if (dueOn != null && isSoon(dueOn)) {
        items.add(
            HandoverItem.pending(
                kind, action.uri(), action.reference(), action.title(), dueOn, today));
      }
    }

    private String label(String list, Enum<?> code) {
      return lists.named(list).stream()
          .flatMap(known -> known.codes().stream())
          .filter(known -> known.code().equals(code.name()))
          .map(CodeList.Code::label)
          .findFirst()
          .orElseGet(code::name);
    }

    private boolean isNew(Instant at) {
      return at != null && !at.isBefore(since);
    }

    private boolean isSoon(LocalDate day) {
      return !day.isAfter(horizon);
    }

    private ReadingTally tallyOf(Guidance page) {
      return tallies.getOrDefault(page.id(), ReadingTally.none(page.id()));
    }
  }
}
