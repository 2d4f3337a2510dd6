package org.wraparound.incident.observations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.wraparound.kit.web.Violation;

@Schema(
    name = "Measure",
    description =
        "How an observation is measured. NUMBER has unit, min, max (both may be reached) and whole; CODE has codes;"
            + " DURATION_MINUTES is a whole number of minutes, at most a day; YES_NO is true or false; ABC is told in"
            + " words.",
    example =
        """
        {"type": "NUMBER", "unit": "points", "min": 0, "max": 10, "whole": true}
        """)
record Measure(
    @NotNull(message = "choose NUMBER, CODE, DURATION_MINUTES, YES_NO or ABC") Type type,
    @Size(max = 40, message = "write at most 40 characters") String unit,
    @Digits(integer = 6, fraction = 3, message = "give at most 6 digits and 3 decimals")
        BigDecimal min,
    @Digits(integer = 6, fraction = 3, message = "give at most 6 digits and 3 decimals")
        BigDecimal max,
    Boolean whole,
    @Size(max = 40, message = "list at most 40") List<@Valid @NotNull Choice> codes) {
  private static final int MOST_DECIMALS = 3;
  private static final BigDecimal MINUTES_OF_A_DAY = BigDecimal.valueOf(1440);

  enum Type {
    NUMBER,
    CODE,
    DURATION_MINUTES,
    YES_NO,
    ABC
  }

  /** One of the values that can be chosen. */
  record Choice(
      @NotNull(message = "give a code")
          @Pattern(
              regexp = "[A-Z0-9][A-Z0-9_]{0,39}",
              message = "a code is up to 40 capital letters, digits and underscores")
          String code,
      @NotBlank(message = "say what it means")
          @Size(max = 200, message = "write at most 200 characters")
          String label) {}

  boolean inWords() {
    return type == Type.ABC;
  }

  /** What is wrong with it, beyond each field for itself. */
  List<Violation> flaws() {
    List<Violation> flaws = new ArrayList<>();
    if (type == Type.NUMBER) {
      if (unit == null || unit.isBlank()) {
        flaws.add(new Violation("measure.unit", "say in what it is measured, such as kg"));
      }
      if (min == null || max == null || min.compareTo(max) >= 0) {
        flaws.add(new Violation("measure.max", "give min and max, of which max is the greater"));
      }
    } else if (unit != null || min != null || max != null || whole != null) {
      flaws.add(new Violation("measure.type", "only NUMBER has unit, min, max and whole"));
    }
    if (type == Type.CODE) {
      long different = codes == null ? 0 : codes.stream().map(Choice::code).distinct().count();
      if (different < 2 || different < codes.size()) {
        flaws.add(new Violation("measure.codes", "list at least 2 codes, each once"));
      }
    } else if (codes != null) {
      flaws.add(new Violation("measure.codes", "only CODE has codes"));
    }
    return flaws;
  }

  /** Why a value cannot be taken, as it came in JSON; empty when it can. */
  Optional<String> refusalOf(Object given) {
    boolean taken =
        switch (type) {
          case NUMBER -> isNumberWithin(given, min, max, Boolean.TRUE.equals(whole));
          case DURATION_MINUTES -> isNumberWithin(given, BigDecimal.ZERO, MINUTES_OF_A_DAY, true);
          case CODE -> codes.stream().anyMatch(choice -> choice.code().equals(given));
          case YES_NO -> given instanceof Boolean;
          case ABC -> given == null;
        };
    return taken ? Optional.empty() : Optional.of(wanted());
  }

  private String wanted() {
    return switch (type) {
      case NUMBER ->
          Boolean.TRUE.equals(whole)
              ? "must be a whole number from %s to %s (%s)".formatted(plain(min), plain(max), unit)
              : "must be a number from %s to %s (%s) with at most %d decimals"
                  .formatted(plain(min), plain(max), unit, MOST_DECIMALS);
      case DURATION_MINUTES -> "must be a whole number of minutes from 0 to " + MINUTES_OF_A_DAY;
      case CODE ->
          "must be one of " + codes.stream().map(Choice::code).collect(Collectors.joining(", "));
      case YES_NO -> "must be true or false";
      case ABC -> "leave it out; tell the episode in antecedent, behaviour and consequence";
    };
  }

  /** A value that has been checked; null for what is told in words. */
  Value valueOf(Object given) {
    return switch (type) {
      case NUMBER -> new Value(numberOf(given), null, null, null);
      case CODE -> new Value(null, (String) given, null, null);
      case DURATION_MINUTES -> new Value(null, null, numberOf(given).intValueExact(), null);
      case YES_NO -> new Value(null, null, null, (Boolean) given);
      case ABC -> null;
    };
  }

  private static boolean isNumberWithin(
      Object given, BigDecimal least, BigDecimal most, boolean whole) {
    BigDecimal number = numberOf(given);
    return number != null
        && number.compareTo(least) >= 0
        && number.compareTo(most) <= 0
        && number.scale() <= (whole ? 0 : MOST_DECIMALS);
  }

  /** The number in its shortest plain form; null when it is none, or none that a computer holds. */
  private static BigDecimal numberOf(Object given) {
    if (!(given instanceof Number number) || !Double.isFinite(number.doubleValue())) {
      return null;
    }
    BigDecimal shortest = new BigDecimal(number.toString()).stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
