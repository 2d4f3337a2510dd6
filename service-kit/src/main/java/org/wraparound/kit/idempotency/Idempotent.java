package org.wraparound.kit.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource's POST method: runs it in a transaction, and once per {@code Idempotency-Key} (or,
 * when the caller sends none, per {@code X-Request-ID}). The same key with the same request gives
 * the first answer again; with another request it is refused (422). Keys are a caller's own, hold
 * across replicas and restarts, and last for {@code wraparound.idempotency.retention}. An answer
 * that is a problem is not kept: nothing was changed.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {
  /**
   * Key of the configuration that says how long its transaction may take, for work that takes long:
   * a duration of whole seconds. Empty: as long as any other.
   */
  @Nonbinding
  String timeout() default "";
}
