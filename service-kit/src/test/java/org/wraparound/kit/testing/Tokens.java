package org.wraparound.kit.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tokens of the form Keycloak makes, signed with the key of this test run. */
public final class Tokens {
  static final String SIGNING_KEY = "wraparound.test.signing-key";
  static final String ISSUER = "https://test.invalid/realms/wraparound";

  private Tokens() {}

  /** A token of a user of an agency; the subject is made of both and of the first role. */
  public static String of(String agency, String agencyType, String... roles) {
    return claims(agency.toLowerCase(Locale.ROOT) + "-" + roles[0], roles)
        .claim("organization", Map.of(agency, Map.of("agency_type", List.of(agencyType))))
        .sign(key());
  }

  /** A token of a user who belongs to no agency, such as an auditor. */
  public static String withoutAgency(String... roles) {
    return claims(roles[0], roles).sign(key());
  }

  /** OAKFIELD, the provider in most tests. */
  public static String oakfield(String... roles) {
    return of("OAKFIELD", "PROVIDER", roles);
  }

  /** ELMTREE, a provider who has nothing to do with it. */
  public static String elmtree(String... roles) {
    return of("ELMTREE", "PROVIDER", roles);
  }

  private static JwtClaimsBuilder claims(String user, String... roles) {
    return Jwt.issuer(ISSUER)
        .audience("wraparound")
        .subject(user)
        .preferredUserName(user)
        .issuedAt(Instant.now())
        .expiresIn(Duration.ofMinutes(10))
        .claim("realm_access", Map.of("roles", List.of(roles)));
  }

  private static PrivateKey key() {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(
              new PKCS8EncodedKeySpec(Base64.getDecoder().decode(System.getProperty(SIGNING_KEY))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
