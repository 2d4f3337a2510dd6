package org.wraparound.escalation.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.wraparound.escalation.directory.PhoneNumbers.UnusableNumberException;
import org.wraparound.kit.web.ProblemException;
import org.wraparound.kit.web.Violation;

/** Makes sure that what is written as a way to reach somebody can reach somebody. */
@ApplicationScoped
class ContactPoints {
  private static final String NO_ADDRESS =
      "is not an e-mail address; write one such as duty@council.example";

  private final Validator validator;
  private final DirectoryConfig config;

  ContactPoints(Validator validator, DirectoryConfig config) {
    this.validator = validator;
    this.config = config;
  }

  /** What an e-mail address must be like; one without a dot in its domain leads nowhere. */
  record Address(
      @Email(message = NO_ADDRESS)
          @Pattern(regexp = "[^@]+@[^@]+\\.[^@.]{2,}", message = NO_ADDRESS)
          String value) {}

  /**
   * The same in the form in which it is kept.
   *
   * @throws ProblemException 422 naming each that reaches nobody, and why
   */
  List<ContactPoint> read(List<ContactPoint> written) {
    List<ContactPoint> points = new ArrayList<>();
    List<Violation> flaws = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      ContactPoint point = written.get(i);
      String value = point.value().strip();
      try {
        if (point.kind().isTelephone()) {
          value =
              PhoneNumbers.read(
                  value, point.kind() == ContactPoint.Kind.MOBILE, config.acceptDramaNumbers());
        } else if (point.kind().isMail()
            && !validator.validateValue(Address.class, "value", value).isEmpty()) {
          flaws.add(flaw(i, NO_ADDRESS));
        }
        points.add(new ContactPoint(point.kind(), value));
      } catch (UnusableNumberException e) {
        flaws.add(flaw(i, e.getMessage()));
      }
    }
    if (!flaws.isEmpty()) {
      throw ProblemException.invalid(flaws);
    }
    return points;
  }

  private static Violation flaw(int point, String why) {
    return new Violation("points[" + point + "].value", why);
  }
}
