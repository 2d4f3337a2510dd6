package org.wraparound.kit.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
    return answer(e.problem(http.request().path(), RequestIds.of(http)));
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
    return problem(ProblemException.violating(e.getConstraintViolations()), http);
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
    return problem(ProblemException.unreadable(e), http);
  }

  @ServerExceptionMapper
  Response web(WebApplicationException e, RoutingContext http) {
    if (e.getCause() instanceof JacksonException json) {
      return problem(ProblemException.unreadable(json), http);
    }
    if (e.getCause() instanceof ProblemException problem) {
      // JAX-RS takes a query parameter that cannot be read for a path that does not exist
      return problem(problem, http);
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
        ProblemException.of(type, detail).problem(http.request().path(), RequestIds.of(http)));
  }

  private static Response answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
