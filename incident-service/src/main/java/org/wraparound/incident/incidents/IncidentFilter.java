package org.wraparound.incident.incidents;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

/**
 * Which incidents are wanted; a {@code @BeanParam}. Parameters come as text and are read here, so
 * that one which cannot be read is named.
 */
class IncidentFilter {
  private static final int LONGEST_Q = 200;

  @Parameter(description = "About this person.", schema = @Schema(implementation = UUID.class))
  @QueryParam("personId")
  String personId;

  @Parameter(description = "Of this provider.")
  @QueryParam("provider")
  String provider;

  @Parameter(description = "In this setting.")
  @QueryParam("settingId")
  String settingId;

  @Parameter(description = "With this reference.")
  @QueryParam("reference")
  String reference;

  @Parameter(
      description = "Whose record stands so; RECORDED is to be reviewed.",
      schema = @Schema(implementation = Codes.IncidentStatus.class))
  @QueryParam("status")
  String status;

  @Parameter(description = "Recorded by this subject of a token.")
  @QueryParam("recordedBy")
  String recordedBy;

  @Parameter(
      description = "Of this kind.",
      schema = @Schema(implementation = Codes.IncidentKind.class))
  @QueryParam("kind")
  String kind;

  @Parameter(
      description = "At this kind of place.",
      schema = @Schema(implementation = Codes.LocationOfRisk.class))
  @QueryParam("location")
  String location;

  @Parameter(
      description = "Of this severity: the worse of both harms, NOT_RECORDED when neither is.",
      schema = @Schema(implementation = Severity.class))
  @QueryParam("severity")
  String severity;

  @Parameter(
      description = "With this physical harm.",
      schema = @Schema(implementation = Codes.PhysicalHarm.class))
  @QueryParam("physicalHarm")
  String physicalHarm;

  @Parameter(
      description = "With this psychological harm.",
      schema = @Schema(implementation = Codes.PsychologicalHarm.class))
  @QueryParam("psychologicalHarm")
  String psychologicalHarm;

  @Parameter(
      description = "With this antecedent.",
      schema = @Schema(implementation = Codes.Antecedent.class))
  @QueryParam("antecedent")
  String antecedent;

  @Parameter(
      description = "With an allegation of this type of risk.",
      schema = @Schema(implementation = Codes.TypeOfRisk.class))
  @QueryParam("allegationType")
  String allegationType;

  @Parameter(
      description = "With an allegation against this source of risk.",
      schema = @Schema(implementation = Codes.SourceOfRisk.class))
  @QueryParam("allegationSource")
  String allegationSource;

  @Parameter(
      description = "With a restrictive intervention of this type.",
      schema = @Schema(implementation = Codes.RestrictiveInterventionType.class))
  @QueryParam("restrictiveIntervention")
  String restrictiveIntervention;

  @Parameter(
      description = "Whether the police were involved.",
      schema = @Schema(implementation = Boolean.class))
  @QueryParam("policeInvolved")
  String policeInvolved;

  @Parameter(
      description = "Whether property was damaged.",
      schema = @Schema(implementation = Boolean.class))
  @QueryParam("propertyDamaged")
  String propertyDamaged;

  @Parameter(
      description = "Whether others were threatened.",
      schema = @Schema(implementation = Boolean.class))
  @QueryParam("othersThreatened")
  String othersThreatened;

  @Parameter(
      description = "Whether medication was involved.",
      schema = @Schema(implementation = Boolean.class))
  @QueryParam("medicationInvolved")
  String medicationInvolved;

  @Parameter(
      description = "Happened at or after this time.",
      schema = @Schema(implementation = Instant.class))
  @QueryParam("happenedFrom")
  String happenedFrom;

  @Parameter(
      description = "Happened before this time.",
      schema = @Schema(implementation = Instant.class))
  @QueryParam("happenedTo")
  String happenedTo;

  @Parameter(
      description =
          "Words, in English and in any form, in what people wrote: all of them; \"in quotes\" one after another, or"
              + " between alternatives, - before what must not be there. 1 to 200 characters.",
      schema = @Schema(minLength = 1, maxLength = LONGEST_Q))
  @QueryParam("q")
  String q;

  /** Codes of the column severity: the worse of both harms. */
  enum Severity {
    NONE,
    LOW,
    MODERATE,
    SEVERE,
    FATAL,
    NOT_RECORDED
  }

  /**
   * Adds what was asked for to an HQL condition on incidents.
   *
   * @throws ProblemException naming the parameter that cannot be read (malformed), or saying what
   *     is wrong with q (invalid)
   */
  void apply(StringBuilder query, Map<String, Object> parameters) {
    Conditions where = new Conditions(query, parameters);
    where.equal("personId", read("personId", personId, UUID::fromString, "a UUID"));
    where.equal("agency", text("provider", provider));
    where.equal("settingId", text("settingId", settingId));
    where.equal("reference", text("reference", reference));
    where.equal("recordedBy", text("recordedBy", recordedBy));
    where.equal("status", code("status", status, Codes.IncidentStatus.values()));
    where.equal("kind", code("kind", kind, Codes.IncidentKind.values()));
    where.equal("location", code("location", location, Codes.LocationOfRisk.values()));
    where.equal("physicalHarm", code("physicalHarm", physicalHarm, Codes.PhysicalHarm.values()));
    where.equal(
        "psychologicalHarm",
        code("psychologicalHarm", psychologicalHarm, Codes.PsychologicalHarm.values()));
    where.equal("policeInvolved", flag("policeInvolved", policeInvolved));
    where.equal("propertyDamaged", flag("propertyDamaged", propertyDamaged));
    where.equal("othersThreatened", flag("othersThreatened", othersThreatened));
    where.equal("medicationInvolved", flag("medicationInvolved", medicationInvolved));
    where.column("severity = ?", "severity", codeText("severity", severity, Severity.values()));
    where.contains(
        "antecedent_codes",
        "antecedent",
        codeText("antecedent", antecedent, Codes.Antecedent.values()));
    where.contains(
        "allegation_types",
        "allegationType",
        codeText("allegationType", allegationType, Codes.TypeOfRisk.values()));
    where.contains(
        "allegation_sources",
        "allegationSource",
        codeText("allegationSource", allegationSource, Codes.SourceOfRisk.values()));
    where.contains(
        "restrictive_types",
        "restrictiveIntervention",
        codeText(
            "restrictiveIntervention",
            restrictiveIntervention,
            Codes.RestrictiveInterventionType.values()));
    where.is("happenedAt >= :happenedFrom", "happenedFrom", time("happenedFrom", happenedFrom));
    where.is("happenedAt < :happenedTo", "happenedTo", time("happenedTo", happenedTo));
    where.column("words @@ websearch_to_tsquery(''english'', ?)", "q", words());
  }

  private String words() {
    if (q != null && (q.isBlank() || q.length() > LONGEST_Q)) {
      throw ProblemException.invalid("q", "write 1 to " + LONGEST_Q + " characters");
    }
    return text("q", q);
  }

  private static String codeText(String parameter, String value, Object[] codes) {
    Object code = code(parameter, value, codes);
    return code == null ? null : code.toString();
  }

  private static <T> T code(String parameter, String value, T[] codes) {
    return read(
        parameter,
        value,
        text ->
            Arrays.stream(codes)
                .filter(code -> code.toString().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new),
        "one of " + Arrays.stream(codes).map(Object::toString).collect(Collectors.joining(", ")));
  }

  private static Boolean flag(String parameter, String value) {
    return code(parameter, value, new Boolean[] {true, false});
  }

  private static Instant time(String parameter, String value) {
    return read(parameter, value, Instant::parse, "a time such as 2026-01-31T13:45:00Z");
  }

  /** PostgreSQL keeps no text with a character 0. */
  private static String text(String parameter, String value) {
    return read(
        parameter,
        value,
        text -> {
          if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException();
          }
          return text;
        },
        "a text without control characters");
  }

  private static <T> T read(
      String parameter, String value, Function<String, T> reader, String expected) {
    try {
      return value == null ? null : reader.apply(value);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw ProblemException.of(
          ProblemType.MALFORMED, "The parameter " + parameter + " must be " + expected + ".");
    }
  }

  /** The condition as it grows; a value that was not asked for adds nothing. */
  private record Conditions(StringBuilder query, Map<String, Object> parameters) {
    void is(String condition, String name, Object value) {
      if (value != null) {
        query.append(" and ").append(condition);
        parameters.put(name, value);
      }
    }

    void equal(String attribute, Object value) {
      is(attribute + " = :" + attribute, attribute, value);
    }

    /** On columns that only search uses, in SQL, within the query that the access filter guards. */
    void column(String condition, String name, String value) {
      is("cast(sql('" + condition + "', :" + name + ") as Boolean) = true", name, value);
    }

    void contains(String column, String name, String value) {
      column(column + " @> array[cast(? as text)]", name, value);
    }
  }
}
