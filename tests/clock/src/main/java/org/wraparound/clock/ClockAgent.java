package org.wraparound.clock;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.implementation.MethodDelegation;

/** Puts a {@link MovedClock} in the place of a service's source of time. */
public final class ClockAgent {
  private static final String BEANS = "org.wraparound.kit.KitBeans";

  private ClockAgent() {}

  /**
   * Called by the virtual machine.
   *
   * @param file path of the file that says by how much the clock is moved
   * @throws IOException when the file cannot be read
   */
  public static void premain(String file, Instrumentation instrumentation) throws IOException {
    MovedClock.follow(Path.of(file));
    new AgentBuilder.Default()
        .type(named(BEANS))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.method(named("clock")).intercept(MethodDelegation.to(MovedClock.class)))
        .installOn(instrumentation);
  }
}
