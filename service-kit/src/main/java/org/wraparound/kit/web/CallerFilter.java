package org.wraparound.kit.web;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;

/**
 * Learns from the verified token who is asking. The agency is the organisation the token speaks
 * for: claim {@code organization}, an object with one key, the agency's code, and the attribute
 * {@code agency_type}.
 */
class CallerFilter {
  private final CurrentIdentityAssociation identity;
  private final Provenance provenance;

  CallerFilter(CurrentIdentityAssociation identity, Provenance provenance) {
    this.identity = identity;
    this.provenance = provenance;
  }

  @ServerRequestFilter
  void identify(RoutingContext http) {
    provenance.request(
        RequestIds.of(http), http.get(RequestIds.CORRELATION_ID), http.get(RequestIds.TRACEPARENT));
    MDC.put("requestId", provenance.requestId());
    MDC.put("correlationId", provenance.correlationId());
    SecurityIdentity who = identity.getIdentity();
    if (who.getPrincipal() instanceof JsonWebToken token) {
      provenance.actingFor(callerOf(token, who));
      MDC.put("agency", provenance.caller().agencyOrRole());
      MDC.put("userId", provenance.caller().userId());
    }
  }

  private static Caller callerOf(JsonWebToken token, SecurityIdentity who) {
    if (!(token.getClaim("organization") instanceof JsonObject organisations)
        || organisations.isEmpty()) {
      return new Caller(null, null, token.getSubject(), who.getRoles());
    }
    if (organisations.size() > 1) {
      throw ProblemException.forbidden(
          "The token speaks for more than one agency; ask for one with scope organization:CODE.");
    }
    Map.Entry<String, JsonValue> agency = organisations.entrySet().iterator().next();
    if (agency.getKey().equals(Provenance.SYSTEM)) {
      throw ProblemException.forbidden("No agency may be called " + Provenance.SYSTEM + ".");
    }
    return new Caller(
        agency.getKey(), agencyTypeOf(agency.getValue()), token.getSubject(), who.getRoles());
  }

  private static String agencyTypeOf(JsonValue attributes) {
    return attributes instanceof JsonObject object
            && object.get("agency_type") instanceof JsonArray types
            && !types.isEmpty()
            && types.get(0) instanceof JsonString type
        ? type.getString()
        : null;
  }
}
