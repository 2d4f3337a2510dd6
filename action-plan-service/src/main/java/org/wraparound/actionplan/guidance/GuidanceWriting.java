package org.wraparound.actionplan.guidance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.wraparound.actionplan.plans.Plan;
import org.wraparound.actionplan.plans.Plans;
import org.wraparound.kit.Caller;
import org.wraparound.kit.London;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.References;
import org.wraparound.kit.access.AccessGrant;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.access.Level;
import org.wraparound.kit.journal.Journal;
import org.wraparound.kit.web.EntityTags;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** Shift guidance from the first draft to the end of its force. */
@ApplicationScoped
@Transactional
class GuidanceWriting {
  private static final String PROVIDER = "PROVIDER";

  private final Guidances guidances;
  private final Readings readings;
  private final Plans plans;
  private final AccessGrants circles;
  private final Chasing chasing;
  private final References references;
  private final Journal journal;
  private final Provenance provenance;
  private final Clock clock;

  GuidanceWriting(
      Guidances guidances,
      Readings readings,
      Plans plans,
      AccessGrants circles,
      Chasing chasing,
      References references,
      Journal journal,
      Provenance provenance,
      Clock clock) {
    this.guidances = guidances;
    this.readings = readings;
    this.plans = plans;
    this.circles = circles;
    this.chasing = chasing;
    this.references = references;
    this.journal = journal;
    this.provenance = provenance;
    this.clock = clock;
  }

  Guidance draft(DraftGuidance command) {
    Plan plan = plans.required(command.planId());
    Caller caller = provenance.caller();
    mustBeProvider(caller, plan);
    guidances
        .draft(plan.personId(), caller.agency(), command.settingKind())
        .ifPresent(
            draft -> {
              throw ProblemException.conflict(
                  "A draft of this page exists: " + draft.reference() + "; go on with that.",
                  draft.uri());
            });
    Guidance guidance =
        new Guidance(
            plan.personId(),
            plan.id(),
            command.settingKind(),
            command.settings(),
            command.page(),
            references.next("GDN", "guidance_reference"),
            caller,
            clock.instant());
    try {
      guidances.persistAndFlush(guidance);
    } catch (ConstraintViolationException e) {
      throw ProblemException.conflict("Another draft of this page was begun at the same moment.");
    }
    return guidance;
  }

  Guidance amend(UUID id, String ifMatch, AmendGuidance command) {
    Guidance guidance = guidances.requiredAlone(id);
    EntityTags.require(ifMatch, guidance.version());
    guidance.amend(command.settings(), command.page(), provenance.caller());
    guidances.flush();
    return guidance;
  }

  /** Puts it into force in place of the version before, and before the eyes of the staff named. */
  Guidance publish(UUID id, String ifMatch, NameReaders command) {
    Guidance guidance = guidances.requiredAlone(id);
    EntityTags.honour(ifMatch, guidance.version());
    Guidance last =
        guidances.last(guidance.personId(), guidance.agency(), guidance.settingKind()).orElse(null);
    Instant now = clock.instant();
    var published =
        guidance.publish(
            last, command.readers().size(), command.readBy(), provenance.caller(), now);
    if (last != null) {
      last.supersede(now);
      chasing.end(last.id());
    }
    name(guidance, command, now);
    journal.append(published);
    return guidance;
  }

  /** Puts it before the eyes of more of the staff. */
  Guidance nameReaders(UUID id, String ifMatch, NameReaders command) {
    Guidance guidance = guidances.requiredAlone(id);
    EntityTags.honour(ifMatch, guidance.version());
    Instant now = clock.instant();
    var named =
        guidance.nameReaders(command.readers().size(), command.readBy(), provenance.caller(), now);
    name(guidance, command, now);
    journal.append(named);
    return guidance;
  }

  Guidance withdraw(UUID id, String ifMatch, WithdrawGuidance command) {
    Guidance guidance = guidances.requiredAlone(id);
    EntityTags.honour(ifMatch, guidance.version());
    guidance
        .withdraw(command.reason(), provenance.caller(), clock.instant())
        .ifPresent(journal::append);
    chasing.end(id);
    guidances.flush();
    return guidance;
  }

  private void name(Guidance guidance, NameReaders command, Instant now) {
    mustBeReaders(guidance, command.readers());
    Caller caller = provenance.caller();
    readings.persist(
        command.readers().stream()
            .map(reader -> new Reading(guidance, reader, command.readBy(), caller, now)));
    guidances.flush();
    chasing.begin(guidance, readings.tally(guidance.id(), London.dayOf(now)));
    guidances.flush();
  }

  /** Each named once, and of an agency that can see the page. */
  private void mustBeReaders(Guidance guidance, List<ReaderNamed> readers) {
    Set<String> agencies =
        circles.of(guidance.personId()).stream()
            .filter(member -> member.level() != Level.AWARE)
            .map(AccessGrant::agency)
            .collect(Collectors.toSet());
    agencies.add(guidance.agency());
    Set<String> known =
        new HashSet<>(
            readings.named(guidance.id(), readers.stream().map(ReaderNamed::staffId).toList()));
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < readers.size(); i++) {
      ReaderNamed reader = readers.get(i);
      if (!known.add(reader.staffId())) {
        violations.add(
            new Violation("readers[" + i + "].staffId", "is named already: leave them out"));
      }
      if (reader.agency() != null && !agencies.contains(reader.agency())) {
        violations.add(
            new Violation(
                "readers[" + i + "].agency",
                "is not in the person's circle, so its staff cannot see the page"));
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  private void mustBeProvider(Caller caller, Plan plan) {
    boolean provides =
        plan.agency().equals(caller.agency())
            || circles.of(plan.personId()).stream()
                .filter(member -> member.level() != Level.AWARE)
                .filter(member -> PROVIDER.equals(member.agencyType()))
                .anyMatch(member -> member.agency().equals(caller.agency()));
    if (!provides) {
      throw ProblemException.forbidden(
          "Only a provider that supports the person writes guidance for its shifts.");
    }
  }
}
