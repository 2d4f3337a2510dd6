package org.wraparound.kit.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionRunnerOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.wraparound.kit.Caller;
import org.wraparound.kit.Provenance;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.ProblemType;

@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
class IdempotencyInterceptor {
  private static final int LONGEST_KEY = 200;

  private final IdempotencyKeys keys;
  private final Provenance provenance;
  private final RoutingContext http;

  IdempotencyInterceptor(IdempotencyKeys keys, Provenance provenance, RoutingContext http) {
    this.keys = keys;
    this.provenance = provenance;
    this.http = http;
  }

  @AroundInvoke
  Object once(InvocationContext invocation) {
    String key = key();
    return transaction(invocation)
        .call(() -> key == null ? invocation.proceed() : once(key, invocation));
  }

  private static TransactionRunnerOptions transaction(InvocationContext invocation) {
    TransactionRunnerOptions transaction = QuarkusTransaction.requiringNew();
    Idempotent method = invocation.getMethod().getAnnotation(Idempotent.class);
    if (method == null || method.timeout().isEmpty()) {
      return transaction;
    }
    Duration limit = ConfigProvider.getConfig().getValue(method.timeout(), Duration.class);
    return transaction.timeout((int) limit.toSeconds());
  }

  private Object once(String key, InvocationContext invocation) throws Exception {
    Caller caller = provenance.caller();
    // What makes it the same request: method, path, query and content.
    byte[] request =
        keys.fingerprint(http.request().method().name(), http.request().uri(), content(invocation));
    Optional<Response> first = keys.claim(caller, key, request);
    if (first.isPresent()) {
      return first.get();
    }
    Object result = invocation.proceed();
    keys.keep(caller, key, result);
    return result;
  }

  private String key() {
    String key = http.request().getHeader("Idempotency-Key");
    if (key == null) {
      key = http.request().getHeader("X-Request-ID");
    }
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw ProblemException.of(
          ProblemType.MALFORMED, "Idempotency-Key must have 1 to " + LONGEST_KEY + " characters.");
    }
    return key;
  }

  /** The parameter that is the request's body: the one that JAX-RS takes from nowhere else. */
  private static Object content(InvocationContext invocation) {
    Annotation[][] annotations = invocation.getMethod().getParameterAnnotations();
    for (int i = 0; i < annotations.length; i++) {
      boolean fromElsewhere =
          Arrays.stream(annotations[i])
              .anyMatch(a -> a.annotationType().getPackageName().startsWith("jakarta.ws.rs"));
      if (!fromElsewhere) {
        return invocation.getParameters()[i];
      }
    }
    return null;
  }
}
