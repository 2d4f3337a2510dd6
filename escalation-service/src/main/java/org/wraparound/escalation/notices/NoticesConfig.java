package org.wraparound.escalation.notices;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How people are told. What a mail server needs besides its name is under quarkus.mailer. */
@ConfigMapping(prefix = "wraparound.notices")
interface NoticesConfig {
  /**
   * Name of the mail server. Absent: no e-mail is sent, and logs say of each that there was no mail
   * server.
   */
  Optional<String> mailHost();

  /**
   * Where people sign in to answer, such as {@code https://wraparound.example.org}; the path of the
   * record is put behind it. Absent: e-mails hold no link.
   */
  Optional<URI> linkBase();

  /**
   * How long after a review of safe communication was told to be overdue it is told again, while it
   * has not taken place; at least a day.
   */
  @WithDefault("P7D")
  Duration remindOfReviewEvery();

  /** How often an e-mail is tried before it has failed; 1 to 20. */
  @WithDefault("5")
  int attempts();

  /** Wait after the first attempt that failed; doubles with each. */
  @WithDefault("PT40S")
  Duration backOff();

  /** How long one attempt may take; 1 to 15 seconds. */
  @WithDefault("PT10S")
  Duration timeout();
}
