package org.wraparound.kit.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says in the caller's words what is wrong with what they sent. */
final class Violations {
  private Violations() {}

  static List<Violation> of(Collection<? extends ConstraintViolation<?>> broken) {
    return broken.stream()
        .map(violation -> new Violation(field(violation), violation.getMessage()))
        .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
        .toList();
  }

  static Violation of(JsonMappingException e) {
    return new Violation(fieldOf(e), messageOf(e));
  }

  private static String messageOf(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException) {
      return "is not a field of this request";
    }
    if (e instanceof InvalidFormatException format) {
      Optional<String> fault = Keeping.faultOf(format.getValue());
      if (fault.isPresent()) {
        return fault.get();
      }
    }
    if (e instanceof ValueInstantiationException) {
      return "is not a valid value";
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "must be " + nameOf(mismatch.getTargetType());
    }
    return "is not a valid value";
  }

  /** What a value of the type is, in the caller's words. */
  static String nameOf(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    return switch (type.getSimpleName()) {
      case "UUID" -> "a UUID";
      case "Instant" -> "a time such as 2026-01-31T13:45:00Z";
      case "LocalDate" -> "a date such as 2026-01-31";
      case "Duration" -> "a duration such as PT4H";
      case "String" -> "a text";
      case "int", "Integer", "long", "Long", "short", "Short" -> "a whole number";
      case "double", "Double", "BigDecimal" -> "a number";
      case "boolean", "Boolean" -> "true or false";
      case "List", "Set", "ArrayList" -> "a list";
      default -> "an object";
    };
  }

  private static String fieldOf(JsonMappingException e) {
    StringBuilder field = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getFieldName() == null) {
        field.append('[').append(step.getIndex()).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return field.toString();
  }

  /** The path as the caller sees it: without the Java method and parameter it entered by. */
  private static String field(ConstraintViolation<?> violation) {
    List<Path.Node> nodes =
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false).toList();
    boolean ofMethod = !nodes.isEmpty() && nodes.get(0).getKind() == ElementKind.METHOD;
    List<Path.Node> shown = new ArrayList<>(nodes);
    if (ofMethod) {
      shown.remove(0);
      if (shown.size() > 1) {
        shown.remove(0);
      }
    }
    StringBuilder field = new StringBuilder();
    for (Path.Node node : shown) {
      if (node.isInIterable() && node.getIndex() != null) {
        field.append('[').append(node.getIndex()).append(']');
      }
      if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
        field.append(field.isEmpty() ? "" : ".").append(node.getName());
      }
    }
    return field.toString();
  }
}
