package org.wraparound.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.wraparound.kit.reference.CodeList;

/** Compares what the code relies on with the list that is served. */
public final class CodeListAssert {
  private CodeListAssert() {}

  /** The list has exactly the enum's constants, in their order. */
  public static void assertSame(String list, Enum<?>[] constants) {
    assertThat(read(list).codes())
        .extracting(CodeList.Code::code)
        .containsExactlyElementsOf(Arrays.stream(constants).map(Enum::name).toList());
  }

  /** The list has exactly these codes, in their order. */
  public static void assertCodes(String list, List<String> codes) {
    assertThat(read(list).codes()).extracting(CodeList.Code::code).isEqualTo(codes);
  }

  private static CodeList read(String list) {
    try (var file =
        CodeListAssert.class.getClassLoader().getResourceAsStream("reference/" + list + ".json")) {
      return new ObjectMapper().readValue(file, CodeList.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
