package org.wraparound.escalation.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A team with its contacts and its rota: who of it covers what. */
record TeamCover(Agency agency, Team team, Rota rota, List<Contact> contacts) {

  /**
   * A contact's part in the cover.
   *
   * @param of the team whose contact it is
   */
  record Turn(TeamCover of, Contact contact, Spans spans) {}

  /** Who covers the tier in the window, in the order in which the rota names them. */
  List<Turn> turns(int tier, Span window) {
    Spans replaced =
        overrides(tier)
            .filter(RotaOverride::replaces)
            .map(override -> Spans.of(override.span()))
            .reduce(Spans.NONE, Spans::or);
    Spans inHours = officeHours(window);
    Map<String, Spans> covered = new LinkedHashMap<>();
    Map<String, Contact> byCode = new LinkedHashMap<>();
    contacts.forEach(contact -> byCode.put(contact.code(), contact));
    for (Shift shift : rota.shifts()) {
      if (shift.tier() == tier) {
        Spans time =
            byCode.get(shift.contact()).hours().of(shift.within(window), inHours).without(replaced);
        covered.merge(shift.contact(), time, Spans::or);
      }
    }
    overrides(tier)
        .filter(override -> override.contact() != null)
        .forEach(
            override -> covered.merge(override.contact(), Spans.of(override.span()), Spans::or));
    Spans active = active(window);
    List<Turn> turns = new ArrayList<>();
    covered.forEach(
        (code, time) -> {
          Contact contact = byCode.get(code);
          Spans spans = contact.whileActive(time.and(active));
          if (!spans.isEmpty()) {
            turns.add(new Turn(this, contact, spans));
          }
        });
    return turns;
  }

  /** Its contacts for emergencies that answer at the moment. */
  List<Contact> emergency(Instant at) {
    Span now = Span.at(at);
    return contacts.stream()
        .filter(Contact::isEmergency)
        .filter(
            contact ->
                contact.whileActive(contact.hours().of(active(now), officeHours(now))).has(at))
        .toList();
  }

  /** E-mail addresses of its contacts that are in use. */
  List<String> addresses(Instant at) {
    return contacts.stream()
        .filter(contact -> !contact.isRetired(at))
        .flatMap(contact -> contact.points().stream())
        .filter(point -> point.kind().isMail())
        .map(ContactPoint::value)
        .distinct()
        .sorted()
        .toList();
  }

  boolean isInOfficeHours(Instant at) {
    return officeHours(Span.at(at)).has(at);
  }

  private Spans officeHours(Span window) {
    return agency.officeHours().within(window);
  }

  /** When the team is in use, within the window. */
  Spans active(Span window) {
    return agency.whileActive(team.whileActive(Spans.of(window)));
  }

  private Stream<RotaOverride> overrides(int tier) {
    return rota.overrides().stream().filter(override -> override.tier() == tier);
  }

  /** What an override says why nobody covers the tier, if one does at the time. */
  Optional<String> whyNobody(int tier, Span span) {
    return overrides(tier)
        .filter(override -> override.contact() == null && override.span().overlaps(span))
        .map(RotaOverride::reason)
        .findFirst();
  }
}
