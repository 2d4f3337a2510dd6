package org.wraparound.kit.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.wraparound.kit.Transience;

/**
 * Turns every failure of a request into a problem; what went wrong inside is logged, never told.
 */
class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final String RETRY_AFTER_SECONDS = "2";

  @ServerExceptionMapper
  Response problem(ProblemException e, RoutingContext http) {
    return answer(
        new Problem(
            e.type().urn(),
            e.type().title(),
            e.type().status(),
            e.getMessage(),
            http.request().path(),
            RequestIds.of(http),
            e.violations(),
            e.related()));
  }

  @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
  Response unauthenticated(SecurityException e, RoutingContext http) {
    return Response.fromResponse(
            answer(http, ProblemType.UNAUTHENTICATED, "Send a valid bearer token of this realm."))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e, RoutingContext http) {
    return answer(http, ProblemType.FORBIDDEN, "None of your roles may do this.");
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e, RoutingContext http) {
    List<Violation> violations =
        e.getConstraintViolations().stream()
            .map(violation -> new Violation(field(violation), violation.getMessage()))
            .sorted(
                java.util.Comparator.comparing(Violation::field).thenComparing(Violation::message))
            .toList();
    return problem(ProblemException.invalid(violations), http);
  }

  @ServerExceptionMapper
  Response changedMeanwhile(OptimisticLockException e, RoutingContext http) {
    return answer(
        http,
        ProblemType.CONFLICT,
        "The record was changed by someone else at the same moment; read it again.");
  }

  @ServerExceptionMapper
  Response changedMeanwhile(StaleStateException e, RoutingContext http) {
    return changedMeanwhile(new OptimisticLockException(e), http);
  }

  @ServerExceptionMapper
  Response unreadable(MismatchedInputException e, RoutingContext http) {
    return unreadableJson(e, http);
  }

  @ServerExceptionMapper
  Response web(WebApplicationException e, RoutingContext http) {
    if (e.getCause() instanceof JacksonException json) {
      return unreadableJson(json, http);
    }
    if (e instanceof NotFoundException && e.getCause() != null && http.request().query() != null) {
      // JAX-RS takes a query parameter that cannot be read for a path that does not exist
      return answer(
          http,
          ProblemType.MALFORMED,
          "A query parameter cannot be read; check its form and code.");
    }
    ProblemType type = ProblemType.ofStatus(e.getResponse().getStatus());
    if (type.status() >= 500) {
      return unexpected(e, http);
    }
    return answer(
        http,
        type,
        switch (type) {
          case NOT_FOUND -> "There is nothing at this path.";
          case METHOD_NOT_ALLOWED -> http.request().method() + " is not allowed at this path.";
          case UNSUPPORTED_MEDIA_TYPE -> "Send application/json.";
          case NOT_ACCEPTABLE -> "Accept application/json.";
          case PAYLOAD_TOO_LARGE -> "Send less, or in parts.";
          default -> "Check path, parameters and headers against the API description.";
        });
  }

  @ServerExceptionMapper
  Response unexpected(Exception e, RoutingContext http) {
    if (Transience.isTransient(e) || e instanceof OIDCException) {
      LOG.warnf("request %s not possible for the moment: %s", RequestIds.of(http), kindsOf(e));
      return Response.fromResponse(
              answer(http, ProblemType.UNAVAILABLE, "Nothing was changed. Try again shortly."))
          .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
          .build();
    }
    // The messages of failures can quote what people wrote; classes and places do not.
    LOG.errorf(
        "request %s failed: %s at %s",
        RequestIds.of(http),
        kindsOf(e),
        Arrays.stream(rootOf(e).getStackTrace())
            .limit(12)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining(" < ")));
    return answer(
        http, ProblemType.INTERNAL_ERROR, "It has been logged under this request id; tell ops.");
  }

  private Response unreadableJson(JacksonException e, RoutingContext http) {
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return problem(ProblemException.invalid(fieldOf(mapping), messageOf(mapping)), http);
    }
    String where =
        e.getLocation() == null
            ? ""
            : " at line %d, column %d"
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    return answer(
        http, ProblemType.MALFORMED, "The body is not the JSON object expected" + where + ".");
  }

  private static String messageOf(JsonMappingException e) {
    if (e instanceof UnrecognizedPropertyException) {
      return "is not a field of this request";
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return "must be one of "
          + Arrays.stream(format.getTargetType().getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    if (e instanceof ValueInstantiationException) {
      return "is not a valid value";
    }
    if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "must be " + nameOf(mismatch.getTargetType());
    }
    return "is not a valid value";
  }

  private static String nameOf(Class<?> type) {
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
    boolean ofMethod =
        !nodes.isEmpty() && nodes.get(0).getKind() == jakarta.validation.ElementKind.METHOD;
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
      if (node.getName() != null
          && node.getKind() != jakarta.validation.ElementKind.CONTAINER_ELEMENT) {
        field.append(field.isEmpty() ? "" : ".").append(node.getName());
      }
    }
    return field.toString();
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String kindsOf(Throwable failure) {
    List<String> kinds = new ArrayList<>();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      kinds.add(cause.getClass().getName());
    }
    return String.join(" < ", kinds);
  }

  private static Response answer(RoutingContext http, ProblemType type, String detail) {
    return answer(
        new Problem(
            type.urn(),
            type.title(),
            type.status(),
            detail,
            http.request().path(),
            RequestIds.of(http),
            List.of(),
            List.of()));
  }

  private static Response answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
