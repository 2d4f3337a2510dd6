package org.wraparound.gateway;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Lets in who has a valid token. The door asks for it, and not a security policy, so that every
 * refusal is a {@link Problem} and an identity provider that is down is not taken for a bad token.
 */
@ApplicationScoped
class TokenCheck {
  private static final Logger LOG = Logger.getLogger(TokenCheck.class);
  private static final String SCHEME = "Bearer ";

  private final HttpAuthenticator authenticator;
  private final GatewayConfig config;

  TokenCheck(HttpAuthenticator authenticator, GatewayConfig config) {
    this.authenticator = authenticator;
    this.config = config;
  }

  /**
   * Who calls, as far as the log wants to know.
   *
   * @param agency code of the agency, null for those who belong to none
   * @param userId subject of the token
   */
  record Caller(String agency, String userId) {
    private static Caller of(SecurityIdentity identity) {
      if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
        return new Caller(null, null);
      }
      // An object whose one key is the agency's code.
      Object organisation = token.getClaim("organization");
      String agency =
          organisation instanceof Map<?, ?> agencies && agencies.size() == 1
              ? agencies.keySet().iterator().next().toString()
              : null;
      return new Caller(agency, token.getSubject());
    }
  }

  /** Calls one of the two, on the event loop of the request. */
  void check(RoutingContext request, Consumer<Caller> accepted, Consumer<Problem> refused) {
    String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
    // Asked first, because to have no token needs no identity provider to be told so.
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      refused.accept(Problem.noToken());
      return;
    }
    Context requestContext = Vertx.currentContext();
    authenticator
        .attemptAuthentication(request)
        .ifNoItem()
        .after(config.identityTimeout())
        .fail()
        .emitOn(task -> requestContext.runOnContext(ignored -> task.run()))
        .subscribe()
        .with(
            identity -> {
              if (identity == null || identity.isAnonymous()) {
                refused.accept(Problem.badToken());
              } else {
                accepted.accept(Caller.of(identity));
              }
            },
            failure -> refused.accept(refusal(failure)));
  }

  private Problem refusal(Throwable failure) {
    if (failure instanceof AuthenticationFailedException) {
      return Problem.badToken();
    }
    LOG.warnf("Tokens cannot be verified: %s", failure.toString());
    return Problem.unavailable(config.retryAfter());
  }
}
