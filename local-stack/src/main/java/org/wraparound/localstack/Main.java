package org.wraparound.localstack;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs the local stack until it is asked to stop; what {@code ./run} starts. */
final class Main {
  private static final int FAILED = 1;
  private static final Logger LIBRARIES = Logger.getLogger("");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final PrintStream problems = new PrintStream(System.err, true, StandardCharsets.UTF_8);
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Path checkout;

  private Main(Path checkout) {
    this.checkout = checkout;
  }

  /**
   * Arguments: the checkout, then any of {@code --demo} and {@code --fresh}, or {@code --prepare}
   * alone, which does what the first start would have to do once. The data folder is {@code
   * WRAPAROUND_DATA}, or {@code .wraparound} in the checkout.
   */
  public static void main(String[] arguments) {
    // Kafka's client writes pages about itself; what matters becomes a sentence.
    LIBRARIES.setLevel(Level.SEVERE);
    List<String> options = List.of(arguments).subList(1, arguments.length);
    Main main = new Main(Path.of(arguments[0]));
    if (options.contains("--prepare")) {
      main.prepare();
    } else {
      main.run(options.contains("--demo"), options.contains("--fresh"));
    }
  }

  private void prepare() {
    try {
      KeycloakServer.prepare(KeycloakServer.unpacked(checkout));
    } catch (StackFailure e) {
      fail(e.getMessage());
    }
  }

  private void run(boolean demo, boolean fresh) {
    try {
      Map<String, String> environment = System.getenv();
      String chosen = environment.getOrDefault("WRAPAROUND_DATA", "");
      Path dataFolder = chosen.isBlank() ? checkout.resolve(".wraparound") : Path.of(chosen);
      StackSettings settings =
          StackSettings.fromEnvironment(checkout, dataFolder, environment)
              .withFresh(fresh)
              .withProgress(out::println);
      LocalStack stack = new LocalStack(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));
      Instant begun = Instant.now();
      out.println("Starting Wraparound; data in " + settings.dataFolder());
      stack.start();
      welcome(stack, Duration.between(begun, Instant.now()));
      if (demo) {
        new DemoStory(stack.gateway(), stack.keycloak(), out)
            .play(checkout.resolve("deploy/directory/demo.json"));
      }
      out.println("Ctrl-C stops everything and keeps the data.");
      fail(stack.awaitFailure().getMessage());
    } catch (StackFailure e) {
      fail(e.getMessage());
    }
  }

  private void fail(String sentence) {
    // While stopping, parts are expected to fall over.
    if (stopping.compareAndSet(false, true)) {
      problems.println("wraparound: " + sentence);
      System.exit(FAILED);
    }
  }

  private void stop(LocalStack stack) {
    boolean asked = stopping.compareAndSet(false, true);
    if (asked) {
      out.println("Stopping Wraparound ...");
    }
    stack.close();
    if (asked) {
      out.println("Stopped.");
    }
  }

  private void welcome(LocalStack stack, Duration took) {
    URI gateway = stack.gateway();
    out.printf(Locale.ROOT, "%nWraparound is ready after %d s.%n%n", took.toSeconds());
    for (Part part : Part.services()) {
      out.printf("  %-20s %s%n", part.label(), stack.service(part.id()));
    }
    out.printf("  %-20s %s%n", Part.KEYCLOAK.label(), stack.keycloak());
    out.printf("  %-20s %s%n%n", "Mail goes to", stack.mailFolder());
    out.println("Demo sign-ins; the password is the user name:");
    for (DemoRealm.SignIn person :
        DemoRealm.signIns(checkout.resolve("deploy/keycloak/wraparound-realm.json"))) {
      out.printf("  %-26s %-26s %s%n", person.user(), person.agency(), person.role());
    }
    out.printf(
        """

        Try it in another shell:

        TOKEN=$(curl -s -d grant_type=password -d client_id=%s \\
          -d username=oakfield-practitioner -d password=oakfield-practitioner \\
          %s/protocol/openid-connect/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
        curl -s -H "Authorization: Bearer $TOKEN" %s/v1/people

        """,
        DemoRealm.CLIENT, stack.keycloak(), gateway);
  }
}
