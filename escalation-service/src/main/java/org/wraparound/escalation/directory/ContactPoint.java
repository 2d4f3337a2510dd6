package org.wraparound.escalation.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A way to reach a contact.
 *
 * @param kind how it is reached
 * @param value an e-mail address, a telephone number in E.164 ({@code +441632960101}) or a national
 *     short code ({@code 101}), or the client id of a partner agency's system
 */
@Schema(name = "ContactPoint", example = "{\"kind\": \"MOBILE\", \"value\": \"07700 900123\"}")
public record ContactPoint(
    @NotNull(message = "choose a code of the list contact-point-kind") Kind kind,
    @NotBlank(message = "write the number, address or client id")
        @Size(max = 254, message = "write at most 254 characters")
        String value) {
  /** How a contact is reached; the list {@code contact-point-kind}. */
  public enum Kind {
    EMAIL,
    SECURE_EMAIL,
    PHONE,
    MOBILE,
    /** The partner agency's own system, which takes events. */
    SYSTEM;

    boolean isTelephone() {
      return this == PHONE || this == MOBILE;
    }

    boolean isMail() {
      return this == EMAIL || this == SECURE_EMAIL;
    }
  }
}
