package org.wraparound.incident.incidents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.wraparound.incident.RecordingOnTrust;
import org.wraparound.incident.incidents.BatchResults.Recorded;
import org.wraparound.incident.incidents.BatchResults.Result;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.access.AccessGrants;
import org.wraparound.kit.idempotency.IdempotencyKeys;
import org.wraparound.kit.idempotency.IdempotencyKeys.Claim;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/**
 * Recording what a system wrote down while it was offline. Every entry is treated as if it had come
 * alone, under its key as Idempotency-Key; the whole takes a handful of round trips.
 */
@ApplicationScoped
class BatchReporting {
  private static final int LONGEST_KEY = 200;

  private final IncidentReporting reporting;
  private final Completeness completeness;
  private final RecordingOnTrust people;
  private final AccessGrants grants;
  private final IdempotencyKeys keys;
  private final Provenance provenance;
  private final ObjectMapper json;
  private final Clock clock;

  BatchReporting(
      IncidentReporting reporting,
      Completeness completeness,
      RecordingOnTrust people,
      AccessGrants grants,
      IdempotencyKeys keys,
      Provenance provenance,
      ObjectMapper json,
      Clock clock) {
    this.reporting = reporting;
    this.completeness = completeness;
    this.people = people;
    this.grants = grants;
    this.keys = keys;
    this.provenance = provenance;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Records what can be recorded.
   *
   * @return one result for each entry, in their order
   */
  @Transactional
  BatchResults report(ReportBatch batch) {
    Map<String, ReportIncident> reports = new LinkedHashMap<>();
    Map<String, byte[]> fingerprints = new HashMap<>();
    List<ProblemException> unread = new ArrayList<>();
    for (ReportBatch.Entry entry : batch.entries()) {
      unread.add(read(entry, reports, fingerprints));
    }
    Map<String, Result> outcomes = once(reports, fingerprints);
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < unread.size(); i++) {
      String key = batch.entries().get(i).key();
      if (unread.get(i) != null) {
        results.add(refused(key, unread.get(i)));
      } else {
        results.add(outcomes.get(key));
        outcomes.computeIfPresent(key, (same, result) -> again(result));
      }
    }
    return new BatchResults(results);
  }

  /** Reads an entry; what it asks is known by its key afterwards, or a problem says why not. */
  private ProblemException read(
      ReportBatch.Entry entry,
      Map<String, ReportIncident> reports,
      Map<String, byte[]> fingerprints) {
    if (entry.key() == null || entry.key().isBlank() || entry.key().length() > LONGEST_KEY) {
      return ProblemException.invalid("key", "give 1 to " + LONGEST_KEY + " characters");
    }
    if (entry.incident() == null || !entry.incident().isObject()) {
      return ProblemException.invalid("incident", "must be an object");
    }
    ReportIncident report;
    try {
      report = json.treeToValue(entry.incident(), ReportIncident.class);
    } catch (JsonProcessingException e) {
      return ProblemException.unreadable(e);
    }
    byte[] fingerprint = keys.fingerprint("POST", IncidentResource.PATH, report);
    byte[] before = fingerprints.putIfAbsent(entry.key(), fingerprint);
    if (before != null && !MessageDigest.isEqual(before, fingerprint)) {
      return reused();
    }
    reports.putIfAbsent(entry.key(), report);
    return null;
  }

  private Map<String, Result> once(
      Map<String, ReportIncident> reports, Map<String, byte[]> fingerprints) {
    Caller caller = provenance.caller();
    Map<String, Result> results = new HashMap<>();
    Map<String, ReportIncident> fresh = new LinkedHashMap<>();
    Map<String, Claim> claims = keys.claimAll(caller, fingerprints);
    reports.forEach(
        (key, report) -> {
          Claim claim = claims.get(key);
          if (claim instanceof Claim.Answered answered) {
            results.put(key, replayed(key, answered.first()));
          } else if (claim instanceof Claim.Reused) {
            results.put(key, refused(key, reused()));
          } else {
            fresh.put(key, report);
          }
        });
    Map<String, ProblemException> problems = problemsOf(fresh);
    problems.forEach((key, problem) -> results.put(key, refused(key, problem)));
    keys.releaseAll(caller, problems.keySet());
    fresh.keySet().removeAll(problems.keySet());
    if (!fresh.isEmpty()) {
      List<Incident> recorded = reporting.record(List.copyOf(fresh.values()), List.of());
      Map<String, Response> answers = new HashMap<>();
      int i = 0;
      for (String key : fresh.keySet()) {
        Incident incident = recorded.get(i++);
        answers.put(key, IncidentResource.created(incident));
        results.put(
            key,
            new Result(
                key,
                Response.Status.CREATED.getStatusCode(),
                new Recorded(
                    incident.id(),
                    incident.reference(),
                    IncidentResource.hrefOf(incident.id()).getPath()),
                null));
      }
      keys.keepAll(caller, answers);
    }
    return results;
  }

  /** What stands against recording each; those nothing stands against are not in it. */
  private Map<String, ProblemException> problemsOf(Map<String, ReportIncident> reports) {
    var circles =
        grants.of(
            reports.values().stream()
                .map(ReportIncident::personId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    Map<String, ProblemException> problems = new HashMap<>();
    reports.forEach(
        (key, report) -> {
          try {
            completeness.require(report);
            Plausibility.check(report, clock.instant());
            people.recorderAbout(
                report.personId(), circles.getOrDefault(report.personId(), List.of()));
          } catch (ProblemException e) {
            problems.put(key, e);
          }
        });
    return problems;
  }

  private static ProblemException reused() {
    return ProblemException.of(
        ProblemType.IDEMPOTENCY_KEY_REUSED,
        "This key belongs to another incident; give every incident a key of its own.");
  }

  private Result refused(String key, ProblemException problem) {
    return new Result(
        key,
        problem.type().status(),
        null,
        problem.problem(IncidentResource.PATH + "/batch", provenance.requestId()));
  }

  /** The result for the same key and incident a second time. */
  private static Result again(Result first) {
    return first.incident() == null
        ? first
        : new Result(
            first.key(), Response.Status.OK.getStatusCode(), first.incident(), first.problem());
  }

  private Result replayed(String key, Response first) {
    try {
      JsonNode incident = json.readTree((byte[]) first.getEntity());
      UUID id = UUID.fromString(incident.get("id").asText());
      return new Result(
          key,
          Response.Status.OK.getStatusCode(),
          new Recorded(
              id, incident.get("reference").asText(), IncidentResource.hrefOf(id).getPath()),
          null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
